/* A copy button for every [data-copyable]: its code, or its [data-copy-text]. */
{
  const textOf = (box) => {
    const own = box.querySelector("[data-copy-text]");
    return (own || box.querySelector("pre") || box).textContent.replace(/\n$/, "");
  };

  const addButton = (box) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-button";
    button.textContent = "Copy";
    const status = document.createElement("span");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await navigator.clipboard.writeText(textOf(box)).then(() => "Copied", () => "Press Ctrl+C");
      button.textContent = done;
      status.textContent = done;
      setTimeout(() => {
        button.textContent = "Copy";
        status.textContent = "";
      }, 2000);
    });
    (box.querySelector(".code-sample__head") || box).append(button, status);
  };

  if (navigator.clipboard) {
    for (const box of document.querySelectorAll("[data-copyable]")) addButton(box);
  }
}

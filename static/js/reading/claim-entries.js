/* Long pages keep their evidence at an address of its own; a disclosure that opens brings its entries in. */
{
  const pages = new Map();

  const read = (address) => {
    if (!pages.has(address)) {
      const page = fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      });
      pages.set(address, page.then((html) => new DOMParser().parseFromString(html, "text/html")));
    }
    return pages.get(address);
  };

  const fill = async (box) => {
    const links = [...box.querySelectorAll("p a")];
    const list = document.createElement("ol");
    list.className = "claim-list";
    for (const link of links) {
      const page = await read(link.pathname);
      const entry = document.importNode(page.getElementById(link.hash.slice(1)), true);
      entry.removeAttribute("id");
      entry.value = link.hash.slice(2);
      list.append(entry);
    }
    box.querySelector("p").replaceWith(list);
  };

  document.addEventListener(
    "toggle",
    (event) => {
      const box = event.target;
      if (!box.open || "printed" in box.dataset || !("entries" in box.dataset)) return;
      delete box.dataset.entries;
      fill(box).catch(() => {
        /* Offline: the numbers stay, and lead to the same entries. */
      });
    },
    true,
  );
}

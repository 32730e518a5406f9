/* The browser's own Back finds the answer that was chosen, because the address it leaves behind names it. */
{
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target.closest("form.question");
      const chosen = form?.querySelector("input[type=radio]:checked");
      if (!chosen) return;
      const address = new URL(location.href);
      address.searchParams.set(chosen.name, chosen.value);
      address.searchParams.delete("go");
      history.replaceState(history.state, "", address);
    },
    true,
  );
}

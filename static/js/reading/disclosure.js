/* Disclosures: open what a link leads into, close open menus, spell everything out in print, focus errors. */
{
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    let outer = target.closest("details:not([open])");
    if (!outer) return;
    for (; outer; outer = outer.parentElement.closest("details:not([open])")) outer.open = true;
    target.scrollIntoView();
  };

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(except)) menu.open = false;
    }
  };

  addEventListener("hashchange", reveal);
  reveal();
  document.addEventListener("click", (event) => closeMenus(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus(null);
  });
  addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("main details:not([open])")) {
      closed.open = true;
      closed.dataset.printed = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const opened of document.querySelectorAll("details[data-printed]")) {
      opened.open = false;
      delete opened.dataset.printed;
    }
  });
  document.querySelector("[data-focus]")?.focus();
}

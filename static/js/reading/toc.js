/* The table of contents: open beside the text on wide screens, current section marked. */
{
  const toc = document.querySelector("[data-toc]");
  const links = toc ? [...toc.querySelectorAll("a[href^='#']")] : [];
  const byId = new Map(links.map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const sections = [...byId.keys()].map((id) => document.getElementById(id)).filter(Boolean);

  const mark = () => {
    const above = sections.filter((section) => section.getBoundingClientRect().top < innerHeight / 3);
    const current = above.length ? byId.get(above.at(-1).id) : null;
    for (const link of links) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  if (sections.length) {
    const details = toc.querySelector("details");
    const wide = matchMedia("(min-width: 64rem)");
    const fit = () => {
      details.open = wide.matches;
    };
    fit();
    wide.addEventListener("change", fit);
    links.forEach((link) => link.addEventListener("click", () => {
      if (!wide.matches) details.open = false;
    }));
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    }, { passive: true });
    mark();
  }
}

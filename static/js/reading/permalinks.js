/* Every section's heading gets a link to itself; without scripts the table of contents has them. */
{
  for (const heading of document.querySelectorAll(".section[id] > .section__heading")) {
    const link = document.createElement("a");
    link.className = "permalink";
    link.href = `#${heading.parentElement.id}`;
    link.textContent = "#";
    link.ariaLabel = `Link to “${heading.textContent}”`;
    heading.append(" ", link);
  }
}

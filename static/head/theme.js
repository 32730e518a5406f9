/* Before the first paint: the reader's own choice of theme, and the fact that scripts run. */
document.documentElement.dataset.js = "";
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  /* Storage may be forbidden: then the system decides. */
}

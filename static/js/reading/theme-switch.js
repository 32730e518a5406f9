/* One button: automatic, light, dark, and round again. */
{
  const root = document.documentElement;
  const names = { auto: "automatic", light: "light", dark: "dark" };
  const next = { auto: "light", light: "dark", dark: "auto" };
  const button = document.querySelector("[data-theme-switch]");
  const label = document.querySelector("[data-theme-name]");

  const show = () => {
    const now = root.dataset.theme || "auto";
    label.textContent = `Theme: ${names[now]}. Change to ${names[next[now]]}`;
    button.title = `Theme: ${names[now]}`;
  };

  const choose = (theme) => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === "auto") localStorage.removeItem("theme");
      else localStorage.setItem("theme", theme);
    } catch {
      /* Storage may be forbidden: the choice then lasts for this page. */
    }
    show();
  };

  if (button && label) {
    show();
    button.addEventListener("click", () => choose(next[root.dataset.theme || "auto"]));
  }
}

type Theme = "light" | "dark";

/** Makes the theme button work: it starts from the system's preference and is not stored anywhere. */
export function startTheme(): void {
  const button = document.getElementById("theme");
  if (!button) return;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen: Theme | null = null;

  const show = (): void => {
    const theme: Theme = chosen ?? (system.matches ? "dark" : "light");
    if (chosen) document.documentElement.dataset.theme = chosen;
    button.setAttribute("aria-pressed", String(theme === "dark"));
  };
  button.addEventListener("click", () => {
    chosen = button.getAttribute("aria-pressed") === "true" ? "light" : "dark";
    show();
  });
  system.addEventListener("change", show);
  button.hidden = false;
  show();
}

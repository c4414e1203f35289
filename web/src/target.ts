/** Unfolds what a link of this page leads to. */
export function openTarget(): void {
  const open = (): void => {
    let name: string;
    try {
      name = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = name === "" ? null : document.getElementById(name);
    if (!target) return;
    const folded = target.querySelector<HTMLDetailsElement>(":scope > details.folded") ?? target.closest("details");
    if (!folded || folded.open) return;
    folded.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();
}

/** Marks the link of the section that is being read. */
export function followContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".sections a")];
  const sections = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);
  const mark = (): void => {
    // The last section whose top has passed the upper third; at the end of the page, the last one.
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 4;
    const read = atEnd ? sections.at(-1) : sections.findLast((section) => section.getBoundingClientRect().top < innerHeight / 3);
    for (const link of links) {
      if (link.hash === `#${(read ?? sections[0])?.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}

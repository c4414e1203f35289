import { type PlotOptions, plot } from "@observablehq/plot";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export interface PlotViewProps {
  /** What the picture shows, for those who do not see it. */
  label: string;
  /** The plot for a width in pixels. */
  draw: (width: number) => PlotOptions;
  /** What the plot depends on. */
  on: readonly unknown[];
  maxWidth?: number;
}

/** One Observable Plot that follows the width of its place. */
export function PlotView({ label, draw, on, maxWidth = 1000 }: PlotViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => {
      const now = Math.round(Math.min(element.clientWidth, maxWidth));
      if (now > 0) setWidth(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [maxWidth]);

  useEffect(() => {
    if (width === 0 || !place.current) return;
    const figure = plot({ ...draw(width), width, className: "plot", ariaLabel: label, style: { fontFamily: "inherit", fontSize: "12px" } });
    // Plot's own style element would need an exception in the page's content security policy; report.css has the same rules.
    for (const style of figure.querySelectorAll("style")) style.remove();
    // One picture with one name: Plot's labels of its parts ("dot", "rule") would only be noise.
    for (const part of figure.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    figure.setAttribute("role", "img");
    place.current.replaceChildren(figure);
  }, [width, label, ...on]);

  return <div class="plot-place" ref={place} />;
}

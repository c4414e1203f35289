import { type PlotOptions, axisX, axisY, dot, gridX, line, rect, ruleX, ruleY, tickX } from "@observablehq/plot";
import { count, number } from "../../format";
import { cut } from "../../parts";
import type { ErrorFacts, ResidualFact } from "../../result";

/** Rows by bins of true and predicted numbers: a picture of a scatter that holds no row. */
export function againstPlot(errors: ErrorFacts, label: string, width: number): PlotOptions {
  const { edges, counts } = errors;
  const most = Math.max(...counts.flat(), 1);
  const bins = counts.flatMap((row, t) => row.map((n, p) => ({ t, p, n }))).filter((bin) => bin.n > 0);
  const edge = (i: number): number => edges[i] ?? NaN;
  const range = (i: number): string => `${number(edge(i))} to ${number(edge(i + 1))}`;
  const axis = { labelArrow: "none", ticks: 5, tickSize: 0, tickFormat: number } as const;
  const ends = [edge(0), edge(edges.length - 1)];
  return {
    marginLeft: 56,
    marginBottom: 40,
    marginRight: 12,
    marginTop: 26,
    height: Math.min(width, 420),
    x: { domain: ends },
    y: { domain: ends },
    marks: [
      axisX({ ...axis, label: cut(`True ${label}`, Math.floor(width / 8)), labelAnchor: "center" }),
      axisY({ ...axis, label: cut(`Predicted ${label}`, Math.floor(width / 8)), labelAnchor: "top" }),
      rect(bins, {
        x1: (bin: (typeof bins)[number]) => edge(bin.t),
        x2: (bin: (typeof bins)[number]) => edge(bin.t + 1),
        y1: (bin: (typeof bins)[number]) => edge(bin.p),
        y2: (bin: (typeof bins)[number]) => edge(bin.p + 1),
        fill: "var(--series-0)",
        fillOpacity: (bin: (typeof bins)[number]) => 0.15 + 0.8 * Math.sqrt(bin.n / most),
        title: (bin: (typeof bins)[number]) =>
          `true ${range(bin.t)}\npredicted ${range(bin.p)}\n${count(bin.n)} rows`,
        tip: { format: { x: false, y: false, fillOpacity: false } },
      }),
      line([ends, ends].map(([low, high], i) => (i === 0 ? [low, low] : [high, high])) as [number, number][], {
        stroke: "var(--ink)",
        strokeDasharray: "4 3",
      }),
    ],
    opacity: { type: "identity" },
  };
}

/** How residuals are spread, one row a group. */
export function residualPlot(rows: ResidualFact[], label: string, width: number): PlotOptions {
  const keys = rows.map((_, i) => i);
  const at = (i: number): ResidualFact => rows[i] as ResidualFact;
  const longest = Math.max(...rows.map((row) => [...row.label].length));
  const marginLeft = Math.ceil(Math.min(longest * 6.4 + 18, width * 0.45));
  const title = (i: number): string => {
    const { label: group, mean, median, q25, q75, count: n } = at(i);
    return `${group}\nmean ${number(mean)}, median ${number(median)}\nmiddle half ${number(q25)} to ${number(q75)}\n${count(n)} rows`;
  };
  const y = (i: number): number => i;
  const bar = { y, stroke: "var(--series-0)" };
  const fits = Math.floor((marginLeft - 18) / 6.4);
  return {
    marginLeft,
    marginRight: 16,
    marginTop: 10,
    marginBottom: 38,
    height: rows.length * 30 + 48,
    x: { nice: true },
    y: { domain: keys, type: "band", padding: 0 },
    marks: [
      gridX({ ticks: Math.max(3, Math.floor(width / 110)), stroke: "var(--grid)", strokeOpacity: 1 }),
      axisX({
        label: cut(`Predicted minus true ${label}`, Math.floor((width - marginLeft) / 7)),
        labelAnchor: "center",
        labelArrow: "none",
        ticks: Math.max(3, Math.floor(width / 110)),
        tickSize: 0,
      }),
      axisY({ label: null, tickSize: 0, tickFormat: (i: number) => cut(at(i).label, fits), fill: "var(--ink)" }),
      ruleX([0], { stroke: "var(--muted)", strokeDasharray: "1 3", strokeWidth: 1.5 }),
      ruleY(keys, { ...bar, x1: (i: number) => at(i).q05, x2: (i: number) => at(i).q95, strokeWidth: 1.5 }),
      ruleY(keys, { ...bar, x1: (i: number) => at(i).q25, x2: (i: number) => at(i).q75, strokeWidth: 9, strokeOpacity: 0.45 }),
      tickX(keys, { y, x: (i: number) => at(i).median, stroke: "var(--ink)", strokeWidth: 2, insetTop: 8, insetBottom: 8 }),
      dot(keys, {
        y,
        x: (i: number) => at(i).mean,
        r: 4,
        fill: "var(--series-1)",
        stroke: "var(--card)",
        title,
        tip: { format: { x: false, y: false } },
      }),
    ],
    r: { type: "identity" },
  };
}

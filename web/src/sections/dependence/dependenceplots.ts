import { type PlotOptions, areaY, axisX, axisY, dot, gridY, line, ruleX, ruleY } from "@observablehq/plot";
import { number } from "../../format";
import { cut } from "../../parts";
import type { DependenceFact } from "../../result";

/** The mean at each value as a line, of a category as dots, with the band of the rows' own curves. */
export function dependencePlot(fact: DependenceFact, output: string, width: number): PlotOptions {
  const points = fact.labels.map((label, i) => ({
    label,
    at: fact.numbers?.[i] ?? i,
    mean: fact.mean[i] ?? NaN,
    low: fact.low[i] ?? NaN,
    high: fact.high[i] ?? NaN,
  }));
  type Point = (typeof points)[number];
  const title = (p: Point): string =>
    `${fact.feature} ${fact.numbers ? number(p.at) : p.label}\nmean ${number(p.mean)}\n8 of 10 rows ${number(p.low)} to ${number(p.high)}`;
  const tip = { format: { x: false, y: false } } as const;
  const y = axisOf(output, width);
  if (fact.numbers)
    return {
      ...frame(width),
      marks: [
        ...y,
        numbersX(fact.feature, width),
        areaY(points, { x: "at", y1: "low", y2: "high", fill: "var(--series-0)", fillOpacity: 0.15 }),
        line(points, { x: "at", y: "mean", stroke: "var(--series-0)", strokeWidth: 2 }),
        dot(points, { x: "at", y: "mean", r: 3, fill: "var(--series-0)", title, tip }),
      ],
    };
  const room = Math.floor((width - 70) / points.length / 6.6);
  return {
    ...frame(width),
    x: { domain: points.map((_, i) => i), type: "band" },
    marks: [
      ...y,
      axisX({
        label: cut(fact.feature, Math.floor(width / 8)),
        labelAnchor: "center",
        labelArrow: "none",
        tickSize: 0,
        tickFormat: (i: number) => cut(points[i]?.label ?? "", Math.max(2, room)),
      }),
      ruleX(points, { x: "at", y1: "low", y2: "high", stroke: "var(--series-0)", strokeOpacity: 0.3, strokeWidth: 10 }),
      dot(points, { x: "at", y: "mean", r: 4, fill: "var(--series-0)", title, tip }),
    ],
    r: { type: "identity" },
  };
}

/** The accumulated effect at the edges. */
export function accumulatedPlot(fact: DependenceFact, output: string, width: number): PlotOptions {
  const points = (fact.edges ?? []).map((at, i) => ({ at, effect: fact.accumulated?.[i] ?? NaN }));
  type Point = (typeof points)[number];
  return {
    ...frame(width),
    marks: [
      ...axisOf(`Change of the ${output}`, width),
      numbersX(fact.feature, width),
      ruleY([0], { stroke: "var(--muted)" }),
      line(points, { x: "at", y: "effect", stroke: "var(--series-1)", strokeWidth: 2 }),
      dot(points, {
        x: "at",
        y: "effect",
        r: 3,
        fill: "var(--series-1)",
        title: (p: Point) => `${fact.feature} ${number(p.at)}\n${number(p.effect)}`,
        tip: { format: { x: false, y: false } },
      }),
    ],
  };
}

function frame(width: number): PlotOptions {
  const height = Math.min(300, Math.max(220, width * 0.6));
  return { marginLeft: 56, marginRight: 14, marginTop: 24, marginBottom: 40, height, y: { nice: true } };
}

function axisOf(label: string, width: number) {
  return [
    gridY({ ticks: 5, stroke: "var(--grid)", strokeOpacity: 1 }),
    axisY({ label: cut(label, Math.floor(width / 8)), labelArrow: "none", labelAnchor: "top", ticks: 5, tickSize: 0, tickFormat: number }),
  ];
}

function numbersX(label: string, width: number) {
  return axisX({
    label: cut(label, Math.floor(width / 8)),
    labelAnchor: "center",
    labelArrow: "none",
    ticks: Math.max(3, Math.floor(width / 110)),
    tickSize: 0,
  });
}

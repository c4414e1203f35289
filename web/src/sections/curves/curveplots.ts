import { type Markish, type PlotOptions, areaY, axisX, axisY, dot, gridX, gridY, line, pointer, ruleX, tip } from "@observablehq/plot";
import { number } from "../../format";
import type { CurveSet } from "../../result";
import type { Series } from "./curves";

interface Point {
  x: number;
  y: number;
  title: string;
}

function frame(width: number, xLabel: string, yLabel: string, unit: boolean): { options: PlotOptions; axes: Markish[] } {
  const ticks = width < 420 ? 4 : 6;
  return {
    options: {
      height: Math.round(unit ? Math.min(width * 0.86, 430) : Math.min(width * 0.62, 340)),
      marginLeft: 48,
      marginBottom: 40,
      marginTop: 26,
      marginRight: 14,
      ...(unit ? { x: { domain: [0, 1] }, y: { domain: [0, 1] } } : {}),
    },
    axes: [
      gridX({ ticks, stroke: "var(--grid)", strokeOpacity: 1 }),
      gridY({ ticks, stroke: "var(--grid)", strokeOpacity: 1 }),
      axisX({ label: xLabel, labelAnchor: "center", labelArrow: "none", ticks, tickSize: 0 }),
      axisY({ label: yLabel, labelArrow: "none", ticks, tickSize: 0 }),
    ],
  };
}

function tips(points: Point[]): Markish {
  return tip(points, pointer({ x: "x", y: "y", title: "title", maxRadius: 24 }));
}

function drawn(list: Series[], points: (set: CurveSet) => number[][], curve: "linear" | "step-after" = "linear"): Markish[] {
  // The line of all rows goes last, on top.
  return [...list]
    .reverse()
    .map(({ set, style, overall }) =>
      line(points(set), {
        x: (p: number[]) => p[0],
        y: (p: number[]) => p[1],
        stroke: style.color,
        strokeWidth: overall ? 2.6 : 2,
        strokeDasharray: style.dash ?? "none",
        curve,
        strokeLinejoin: "round",
      }),
    );
}

function titled(list: Series[], points: (set: CurveSet) => number[][], xLabel: string, yLabel: string): Point[] {
  return list.flatMap(({ set }) =>
    points(set).map((p) => ({
      x: p[0] ?? NaN,
      y: p[1] ?? NaN,
      title: `${set.label}\n${xLabel} ${number(p[0] ?? NaN)}\n${yLabel} ${number(p[1] ?? NaN)}`,
    })),
  );
}

const diagonal = (): Markish =>
  line(
    [
      [0, 0],
      [1, 1],
    ],
    { stroke: "var(--muted)", strokeWidth: 1, strokeDasharray: "2 4" },
  );

export function linesPlot(
  list: Series[],
  points: (set: CurveSet) => number[][],
  xLabel: string,
  yLabel: string,
  reference: "diagonal" | "none",
  width: number,
): PlotOptions {
  const { options, axes } = frame(width, xLabel, yLabel, true);
  return {
    ...options,
    marks: [axes, reference === "diagonal" ? diagonal() : null, drawn(list, points), tips(titled(list, points, xLabel, yLabel))],
  };
}

export function calibrationPlot(list: Series[], width: number): PlotOptions {
  const { options, axes } = frame(width, "Mean score", "Share of positives", true);
  const overall = list.find((entry) => entry.overall)?.set.calibration ?? [];
  const points = (set: CurveSet): number[][] => set.calibration;
  return {
    ...options,
    marks: [
      axes,
      diagonal(),
      ruleX(overall, {
        x: (p: number[]) => p[0],
        y1: (p: number[]) => p[2],
        y2: (p: number[]) => p[3],
        stroke: "var(--ink)",
        strokeWidth: 1.2,
        strokeOpacity: 0.6,
      }),
      drawn(list, points),
      [...list]
        .reverse()
        .map(({ set, style }) => dot(set.calibration, { x: (p: number[]) => p[0], y: (p: number[]) => p[1], r: 3, fill: style.color })),
      tips(titled(list, points, "Mean score", "Share of positives")),
    ],
  };
}

export function histogramPlot(list: Series[], edges: number[], xLabel: string, threshold: number | null, width: number): PlotOptions {
  const { options, axes } = frame(width, xLabel, "Share of rows", false);
  // A step line runs to the end of the last bin.
  const steps = (set: CurveSet): number[][] => [...set.histogram, set.histogram.at(-1) ?? 0].map((share, i) => [edges[i] ?? NaN, share]);
  const overall = list.find((entry) => entry.overall);
  const middles = (set: CurveSet): number[][] => set.histogram.map((share, i) => [((edges[i] ?? NaN) + (edges[i + 1] ?? NaN)) / 2, share]);
  return {
    ...options,
    y: { zero: true },
    marks: [
      axes,
      overall
        ? areaY(steps(overall.set), {
            x: (p: number[]) => p[0],
            y: (p: number[]) => p[1],
            fill: "var(--ink)",
            fillOpacity: 0.08,
            curve: "step-after",
          })
        : null,
      drawn(list, steps, "step-after"),
      threshold === null ? null : ruleX([threshold], { stroke: "var(--bound)", strokeDasharray: "5 3", strokeWidth: 1.5 }),
      tips(titled(list, middles, xLabel, "Share of rows")),
    ],
  };
}

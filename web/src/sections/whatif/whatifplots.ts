import { type PlotOptions, axisX, axisY, barX, dot, gridX, gridY, line, ruleX, ruleY } from "@observablehq/plot";
import { number } from "../../format";
import { cut } from "../../parts";
import type { WhatIfFacts, WhatIfInput } from "../../result";
import { type Values, isOfClasses, outputsOf, scores } from "./model";

const bars = 10;
const steps = 120;

/** The codes that a choice has: levels, then missing. */
export function optionsOf(input: WhatIfInput): number[] {
  if (input.type === "boolean") return [0, 1, NaN];
  const levels = input.levels.map((_, i) => i);
  return input.missing !== null && input.missing >= 0 && input.missing < levels.length ? levels : [...levels, input.missing ?? NaN];
}

/** A code in words. */
export function levelOf(input: WhatIfInput, code: number): string {
  if (Number.isNaN(code)) return "(missing)";
  if (input.type === "boolean") return code === 0 ? "false" : "true";
  return input.levels[code] ?? "(missing)";
}

/** A value in words. */
export function valueText(input: WhatIfInput, value: number): string {
  if (Number.isNaN(value)) return "(missing)";
  if (input.type === "number") return number(value);
  if (input.type === "date") return new Date(value * 86_400_000).toISOString().slice(0, 10);
  return levelOf(input, value);
}

/** A distance that is mostly rounding. */
export function text(distance: number): string {
  return distance.toExponential(0);
}

/** What each value adds, the largest first; what is left is one bar. */
export function contributionPlot(model: WhatIfFacts, values: Values, shares: number[], width: number): PlotOptions {
  const all = model.inputs
    .map((input, i) => ({ name: `${input.name} = ${valueText(input, values[i] ?? NaN)}`, share: shares[i] ?? 0 }))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const rest = all.slice(bars).reduce((sum, one) => sum + one.share, 0);
  const rows = all.length > bars ? [...all.slice(0, bars), { name: `${all.length - bars} more`, share: rest }] : all;
  const keys = rows.map((_, i) => i);
  const at = (i: number) => rows[i] as (typeof rows)[number];
  const longest = Math.max(...rows.map((row) => [...row.name].length));
  const marginLeft = Math.ceil(Math.min(longest * 6.4 + 18, width * 0.48));
  const fits = Math.floor((marginLeft - 18) / 6.4);
  return {
    marginLeft,
    marginRight: 16,
    marginTop: 8,
    marginBottom: 34,
    height: rows.length * 26 + 44,
    y: { domain: keys, padding: 0.3 },
    x: { nice: true },
    marks: [
      gridX({ ticks: Math.max(3, Math.floor(width / 130)), stroke: "var(--grid)", strokeOpacity: 1 }),
      axisX({ label: null, ticks: Math.max(3, Math.floor(width / 130)), tickSize: 0, tickFormat: number }),
      axisY({ label: null, tickSize: 0, tickFormat: (i: number) => cut(at(i).name, fits), fill: "var(--ink)" }),
      barX(keys, {
        x: (i: number) => at(i).share,
        y: (i: number) => i,
        fill: (i: number) => (at(i).share < 0 ? "var(--series-1)" : "var(--series-0)"),
        fillOpacity: 0.8,
        rx: 2,
        title: (i: number) => `${at(i).name}\n${number(at(i).share)}`,
        tip: { format: { x: false, y: false, fill: false } },
      }),
      ruleX([0], { stroke: "var(--muted)" }),
    ],
    color: { type: "identity" },
  };
}

/** The score of an output when one value alone changes, with where it is now. */
export function curvePlot(model: WhatIfFacts, values: Values, input: number, output: number, width: number): PlotOptions {
  const facts = model.inputs[input] as WhatIfInput;
  const with_ = (value: number): number => scores(model, values.map((own, i) => (i === input ? value : own)))[output] ?? NaN;
  const threshold = model.threshold === null ? [] : [ruleY([model.threshold], { stroke: "var(--muted)", strokeDasharray: "5 4" })];
  const isScore = model.threshold !== null || isOfClasses(model);
  const label = isScore ? `Score of ${outputsOf(model)[output] ?? ""}` : "Prediction";
  const common: PlotOptions = {
    marginLeft: 56,
    marginRight: 16,
    marginTop: 24,
    marginBottom: 40,
    height: Math.min(300, Math.max(220, width * 0.6)),
    y: isScore ? { domain: [0, 1] } : { nice: true },
    r: { type: "identity" },
  };
  const y = [
    gridY({ ticks: 5, stroke: "var(--grid)", strokeOpacity: 1 }),
    axisY({ label: cut(label, Math.floor(width / 8)), labelArrow: "none", labelAnchor: "top", ticks: 5, tickSize: 0, tickFormat: number }),
  ];
  const x = { label: cut(facts.name, Math.floor(width / 8)), labelAnchor: "center", labelArrow: "none", tickSize: 0 } as const;
  if (facts.type === "category" || facts.type === "boolean") {
    const codes = optionsOf(facts);
    const keys = codes.map((_, i) => i);
    const room = Math.max(2, Math.floor((width - 72) / keys.length / 6.6));
    return {
      ...common,
      x: { domain: keys, type: "band" },
      marks: [
        ...y,
        axisX({ ...x, tickFormat: (i: number) => cut(levelOf(facts, codes[i] ?? NaN), room) }),
        ...threshold,
        dot(keys, {
          x: (i: number) => i,
          y: (i: number) => with_(codes[i] ?? NaN),
          r: (i: number) => (Object.is(codes[i], values[input]) ? 6 : 4),
          fill: (i: number) => (Object.is(codes[i], values[input]) ? "var(--series-1)" : "var(--series-0)"),
          title: (i: number) => `${levelOf(facts, codes[i] ?? NaN)}\n${number(with_(codes[i] ?? NaN))}`,
          tip: { format: { x: false, y: false, r: false, fill: false } },
        }),
      ],
      color: { type: "identity" },
    };
  }
  const [low, high] = [facts.low ?? 0, facts.high ?? 0];
  const grid = Array.from({ length: steps + 1 }, (_, i) => low + ((high - low) * i) / steps);
  const now = values[input] ?? NaN;
  return {
    ...common,
    marks: [
      ...y,
      axisX({
        ...x,
        ticks: Math.max(3, Math.floor(width / 120)),
        tickFormat: facts.type === "date" ? (value: number) => valueText(facts, value).slice(0, 7) : undefined,
      }),
      ...threshold,
      line(grid, { x: (value: number) => value, y: with_, stroke: "var(--series-0)", strokeWidth: 2 }),
      dot(Number.isNaN(now) ? [] : [now], { x: (value: number) => value, y: with_, r: 6, fill: "var(--series-1)", stroke: "var(--card)" }),
    ],
  };
}

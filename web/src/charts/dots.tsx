import { type Markish, type PlotOptions, axisX, axisY, dot, gridX, rect, ruleX, ruleY, text } from "@observablehq/plot";
import { cut } from "../parts";
import { count, estimate, interval } from "../format";
import type { IntervalFact } from "../result";

/** One row of a dot chart. */
export interface DotRow {
  label: string;
  estimate: number | null;
  undefined: string | null;
  interval: IntervalFact | null;
  /** Rows of data behind it. */
  count?: number;
  /** Why it takes no part in the judgement. */
  excluded?: string | null;
  /** Whether it decided the finding. */
  decides?: boolean;
}

/** A line that values are read against. */
export interface Reference {
  at: number;
  label: string;
  /** The side on which values violate a bound; none for a mere comparison. */
  bad?: "below" | "above";
}

export interface DotsOptions {
  rows: DotRow[];
  references: Reference[];
  axis: string;
  domain: [number, number];
  /** What the rows are: the columns of the groups. */
  of?: string;
  /** One row without a label: the picture of a single number. */
  bare?: boolean;
}

/** The range that holds all rows and references, with some air; within 0 to 1 it does not leave that range. */
export function domainOf(rows: DotRow[], references: Reference[], include: number[] = []): [number, number] {
  const values = rows.flatMap((row) =>
    row.estimate === null ? [] : [row.estimate, row.interval?.low ?? row.estimate, row.interval?.high ?? row.estimate],
  );
  const all = [...values, ...references.map((reference) => reference.at), ...include].filter(Number.isFinite);
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = (high - low) * 0.08 || Math.abs(high) * 0.1 || 0.5;
  const share = low >= 0 && high <= 1;
  return share ? [Math.max(0, low - air), Math.min(1, high + air)] : [low - air, high + air];
}

function describe(row: DotRow): string {
  const lines = row.label ? [row.label] : [];
  if (row.estimate === null) lines.push(`undefined: ${row.undefined ?? "not measured"}`);
  else lines.push(estimate(row.estimate, row.interval) + (row.interval ? ` (${interval(row.estimate, row.interval)})` : ""));
  if (row.count !== undefined) lines.push(`${count(row.count)} rows`);
  if (row.excluded) lines.push(`not judged: ${row.excluded}`);
  return lines.join("\n");
}

// The width of a letter at the labels' size, on the wide side.
const letter = 6.4;

/** Dots with intervals, one row each, against reference lines. */
export function dots({ rows, references, axis, domain, of, bare }: DotsOptions, width: number): PlotOptions {
  const longest = Math.max(...rows.map((row) => [...row.label].length), 4);
  const marginLeft = bare ? 16 : Math.ceil(Math.min(longest * letter + 18, width * (width < 560 ? 0.52 : 0.4)));
  const fits = Math.floor((marginLeft - 18) / letter);
  const top = references.length > 0 || of !== undefined ? 26 : 10;
  const keys = rows.map((_, i) => i);
  const at = (i: number): DotRow => rows[i] as DotRow;
  const judged = keys.filter((i) => at(i).estimate !== null && !at(i).excluded);
  const excluded = keys.filter((i) => at(i).estimate !== null && at(i).excluded);
  const undefinedRows = keys.filter((i) => at(i).estimate === null);
  const withInterval = keys.filter((i) => at(i).interval && at(i).estimate !== null);
  const tip = { format: { x: false, y: false } } as const;
  const common = { x: (i: number) => at(i).estimate, y: (i: number) => i, title: (i: number) => describe(at(i)), tip };

  const bands: Markish[] = references.flatMap((reference) =>
    reference.bad
      ? [
          rect([reference], {
            x1: reference.bad === "below" ? domain[0] : reference.at,
            x2: reference.bad === "below" ? reference.at : domain[1],
            fill: "var(--bad-zone)",
            clip: true,
          }),
        ]
      : [],
  );
  const lines: Markish[] = references.flatMap((reference) => [
    ruleX([reference.at], {
      stroke: reference.bad ? "var(--bound)" : "var(--muted)",
      strokeWidth: 1.5,
      strokeDasharray: reference.bad ? "5 3" : "1 3",
    }),
    text([reference], {
      x: reference.at,
      frameAnchor: "top",
      dy: -8,
      lineAnchor: "bottom",
      fill: reference.bad ? "var(--bound)" : "var(--muted)",
      fontWeight: 600,
      text: () => reference.label,
      textAnchor:
        (reference.at - domain[0]) / (domain[1] - domain[0]) > 0.6
          ? "end"
          : (reference.at - domain[0]) / (domain[1] - domain[0]) < 0.25
            ? "start"
            : "middle",
    }),
  ]);

  return {
    marginLeft,
    marginRight: 16,
    marginTop: top,
    marginBottom: 38,
    height: rows.length * (rows.length > 24 ? 20 : 26) + 38 + top,
    x: { domain },
    y: { domain: keys, type: "band", padding: 0 },
    marks: [
      bands,
      gridX({ ticks: Math.max(3, Math.floor(width / 110)), stroke: "var(--grid)", strokeOpacity: 1 }),
      axisX({
        label: cut(axis, Math.floor((width - marginLeft) / 7)),
        labelAnchor: "center",
        labelArrow: "none",
        ticks: Math.max(3, Math.floor(width / 110)),
        tickSize: 0,
      }),
      axisY({
        label: of === undefined ? null : cut(of, Math.floor(width / 7)),
        labelAnchor: "top",
        labelArrow: "none",
        tickSize: 0,
        tickFormat: (i: number) => (bare ? "" : cut(at(i).label, fits)),
        fill: "var(--ink)",
      }),
      lines,
      ruleY(withInterval, {
        y: (i) => i,
        x1: (i) => at(i).interval?.low,
        x2: (i) => at(i).interval?.high,
        stroke: (i: number) => (at(i).excluded ? "var(--muted)" : at(i).decides ? "var(--decides)" : "var(--series-0)"),
        strokeWidth: 2.5,
        strokeOpacity: 0.65,
        strokeLinecap: "round",
      }),
      dot(judged, {
        ...common,
        r: (i: number) => (at(i).decides ? 6 : 5),
        symbol: (i: number) => (at(i).decides ? "diamond2" : "circle"),
        fill: (i: number) => (at(i).decides ? "var(--decides)" : "var(--series-0)"),
        stroke: "var(--card)",
        strokeWidth: 1,
      }),
      dot(excluded, { ...common, r: 4.5, fill: "var(--card)", stroke: "var(--muted)", strokeWidth: 1.8 }),
      text(undefinedRows, {
        y: (i) => i,
        frameAnchor: "left",
        dx: 6,
        textAnchor: "start",
        fill: "var(--muted)",
        fontStyle: "italic",
        text: (i: number) => cut(`undefined: ${at(i).undefined ?? "not measured"}`, Math.floor((width - marginLeft) / 7)),
      }),
    ],
    r: { type: "identity" },
    symbol: { type: "identity" },
    color: { type: "identity" },
  };
}

import { type PlotOptions, axisX, axisY, dot, gridX, ruleX } from "@observablehq/plot";
import { useState } from "preact/hooks";
import { count, number, percent } from "../../format";
import { Figure, Select, cut } from "../../parts";
import { PlotView } from "../../plot";
import type { RowFacts, SwarmFacts } from "../../result";

/**
 * How the SHAP values of rows are spread, one line a column: a beeswarm of counts, coloured by the column's own value. Of several classes
 * that of a chosen one.
 */
export function Swarms({ swarms, rows }: { swarms: { class: string; swarm: SwarmFacts }[]; rows: RowFacts | null }) {
  const [chosen, setChosen] = useState(0);
  const swarm = swarms[chosen]?.swarm;
  if (!swarm || swarm.columns.length === 0) return null;
  const name = swarms[chosen]?.class ?? "";
  const points = pointsOf(swarm, rows, name);
  return (
    <Figure
      title="How rows are spread"
      note={
        "Dots: rows by what the column adds to them, larger for more. Colour: the column's own value there, from its least (blue) to its " +
        "largest (orange); grey for a category and for fewer than five rows. The outermost dots hold what lies beyond as well." +
        (points.length > 0 ? " Rings: the single rows of this report." : "")
      }
    >
      {swarms.length > 1 && (
        <div class="fields">
          <Select label="Class" options={swarms.map((one) => one.class)} value={chosen} onChange={setChosen} />
        </div>
      )}
      <PlotView
        label={
          `The spread of what ${swarm.columns.length} columns add${name === "" ? "" : ` to ${name}`}, ` +
          `${swarm.columns[0]?.feature ?? ""} first. ` +
          "The means are in the table."
        }
        draw={(width) => swarmPlot(swarm, points, width)}
        on={[chosen]}
      />
    </Figure>
  );
}

interface Point {
  y: number;
  x: number;
  name: string;
  value: string;
}

/** The single rows that the policy lets into the report, each at what a column adds to it; beyond the bins at their edge, as the rest. */
function pointsOf(swarm: SwarmFacts, rows: RowFacts | null, of: string): Point[] {
  const [low, high] = [swarm.edges[0] ?? NaN, swarm.edges[swarm.edges.length - 1] ?? NaN];
  return (rows?.rows ?? []).flatMap((row) => {
    const output = of === "" ? row : [row, ...(row.classes ?? [])].find((one) => one.of === of);
    return (output?.columns ?? []).flatMap(({ feature, value, contribution }) => {
      const y = swarm.columns.findIndex((column) => column.feature === feature);
      const name = `${rows?.id ?? "row"} ${row.name}`;
      return y < 0 ? [] : [{ y, x: Math.min(high, Math.max(low, contribution)), name, value: `${value}, adds ${number(contribution)}` }];
    });
  });
}

function swarmPlot(swarm: SwarmFacts, points: Point[], width: number): PlotOptions {
  const { columns, edges } = swarm;
  const most = Math.max(...columns.flatMap((column) => column.counts), 1);
  const dots = columns.flatMap((column, y) =>
    column.counts.map((n, bin) => ({ y, n, rank: column.ranks[bin] ?? -1, low: edges[bin] ?? NaN, high: edges[bin + 1] ?? NaN })),
  ).filter((one) => one.n > 0);
  type Dot = (typeof dots)[number];
  const keys = columns.map((_, i) => i);
  const name = (i: number): string => columns[i]?.feature ?? "";
  const longest = Math.max(...columns.map((column) => [...column.feature].length));
  const marginLeft = Math.ceil(Math.min(longest * 6.8 + 18, width * 0.4));
  const largest = Math.min(11, Math.max(6, (width - marginLeft) / edges.length / 1.6));
  return {
    marginLeft,
    marginRight: 16,
    marginTop: 8,
    marginBottom: 38,
    height: columns.length * 28 + 48,
    y: { domain: keys, type: "band", padding: 0.1 },
    x: { nice: true },
    marks: [
      gridX({ ticks: Math.max(3, Math.floor(width / 120)), stroke: "var(--grid)", strokeOpacity: 1 }),
      axisX({
        label: "What the column adds (SHAP value)",
        labelAnchor: "center",
        labelArrow: "none",
        ticks: Math.max(3, Math.floor(width / 120)),
        tickSize: 0,
        tickFormat: number,
      }),
      axisY({
        label: null,
        tickSize: 0,
        tickFormat: (i: number) => cut(name(i), Math.floor((marginLeft - 18) / 6.8)),
        fill: "var(--ink)",
      }),
      ruleX([0], { stroke: "var(--muted)" }),
      dot(dots, {
        x: (one: Dot) => (one.low + one.high) / 2,
        y: "y",
        r: (one: Dot) => Math.max(1.6, largest * Math.sqrt(one.n / most)),
        fill: (one: Dot) => colour(one.rank),
        fillOpacity: 0.85,
        title: (one: Dot) =>
          `${name(one.y)}\nadds ${number(one.low)} to ${number(one.high)}\n${count(one.n)} rows` +
          (one.rank < 0 ? "" : `\nvalue: rank ${percent(one.rank)} on average`),
        tip: { format: { x: false, y: false, r: false, fill: false } },
      }),
      dot(points, {
        x: "x",
        y: "y",
        r: 4.5,
        fill: "none",
        stroke: "var(--ink)",
        strokeWidth: 1.5,
        title: (one: Point) => `${one.name}\n${name(one.y)} = ${one.value}`,
        tip: { format: { x: false, y: false, r: false, stroke: false } },
      }),
    ],
    r: { type: "identity" },
    color: { type: "identity" },
  };
}

function colour(rank: number): string {
  if (rank < 0) return "var(--muted)";
  return `color-mix(in oklab, var(--series-1) ${Math.round(rank * 100)}%, var(--series-0))`;
}

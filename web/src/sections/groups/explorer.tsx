import { useState } from "preact/hooks";
import { count, estimate, interval, number, words } from "../../format";
import { Figure, Select, Table } from "../../parts";
import { PlotView } from "../../plot";
import type { FrameFacts, FrameGroup, MetricFact } from "../../result";
import { type DotRow, type Reference, domainOf, dots } from "../../charts/dots";

const orders = ["Order of the data", "Lowest first", "Highest first", "Most rows first"];

function measured(group: FrameGroup, metric: string): DotRow {
  const fact = group.metrics.find((candidate) => candidate.metric === metric);
  return {
    label: group.label,
    count: group.count,
    excluded: group.excluded,
    estimate: fact?.estimate ?? null,
    undefined: fact?.undefined ?? null,
    interval: fact?.interval ?? null,
  };
}

function sorted(rows: DotRow[], order: number): DotRow[] {
  const value = (row: DotRow, missing: number): number => row.estimate ?? missing;
  if (order === 1) return [...rows].sort((a, b) => value(a, Infinity) - value(b, Infinity));
  if (order === 2) return [...rows].sort((a, b) => value(b, -Infinity) - value(a, -Infinity));
  return order === 3 ? [...rows].sort((a, b) => (b.count ?? 0) - (a.count ?? 0)) : rows;
}

/** Any metric by any measured grouping, against the value over all rows. */
export function Explorer({ frames, overall }: { frames: FrameFacts[]; overall: MetricFact[] }) {
  const [frameIndex, setFrame] = useState(0);
  const [metricIndex, setMetric] = useState(0);
  const [order, setOrder] = useState(0);
  const frame = frames[frameIndex];
  const fact = overall[metricIndex];
  if (!frame || !fact) return null;

  const rows = sorted(
    frame.groups.map((group) => measured(group, fact.metric)),
    order,
  );
  const lines: Reference[] = fact.estimate === null ? [] : [{ at: fact.estimate, label: `all rows ${number(fact.estimate)}` }];
  const title = `${words(fact.metric)} by ${frame.by.join(" × ")}`;
  const better = { higher: "Higher is better.", lower: "Lower is better.", neutral: "Neither direction is better." }[fact.direction];
  const note = `${better}${rows.some((r) => r.excluded) ? " Hollow: below the evidence floor, left out of disparities." : ""}`;
  return (
    <div class="panel">
      <div class="fields">
        <Select label="Metric" options={overall.map((m) => words(m.metric))} value={metricIndex} onChange={setMetric} />
        <Select label="Groups by" options={frames.map((f) => f.by.join(" × "))} value={frameIndex} onChange={setFrame} />
        <Select label="Order" options={orders} value={order} onChange={setOrder} />
      </div>
      <Figure
        title={title}
        note={note}
        table={
          <Table
            caption={title}
            head={[
              { text: "Group" },
              { text: "Rows", numeric: true },
              { text: "Estimate", numeric: true },
              { text: "Interval", numeric: true },
              { text: "Remark" },
            ]}
            rows={rows.map((r) => [
              r.label,
              count(r.count ?? 0),
              r.estimate === null ? "–" : estimate(r.estimate, r.interval),
              r.interval ? interval(r.estimate, r.interval) : "–",
              r.excluded ?? r.undefined ?? "",
            ])}
          />
        }
      >
        <PlotView
          label={`${title}: one dot with its interval for each of ${rows.length} groups.`}
          draw={(width) => dots({ rows, references: lines, axis: words(fact.metric), domain: domainOf(rows, lines) }, width)}
          on={[frameIndex, metricIndex, order]}
        />
      </Figure>
    </div>
  );
}

import { useState } from "preact/hooks";
import { count, estimate, interval, number, words } from "../../format";
import { Figure, Select, Table } from "../../parts";
import { PlotView } from "../../plot";
import type { FrameFacts, FrameGroup, MetricFact } from "../../result";
import { type DotRow, type Reference, domainOf, dots } from "../../charts/dots";
import { GroupPicker, pick, unpicked, useGroupPicker } from "../../charts/picker";

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

/** What the policy judges comes first. */
function judgedFirst(overall: MetricFact[], judged: Set<string>): MetricFact[] {
  return [...overall].sort((a, b) => Number(judged.has(b.metric)) - Number(judged.has(a.metric)));
}

/** Any metric by any measured grouping, against the value over all rows. */
export function Explorer({ frames, overall, judged }: { frames: FrameFacts[]; overall: MetricFact[]; judged: Set<string> }) {
  const [frameIndex, setFrame] = useState(0);
  const [metricIndex, setMetric] = useState(0);
  const metrics = judgedFirst(overall, judged);
  const picker = useGroupPicker();
  const frame = frames[frameIndex];
  const fact = metrics[metricIndex];
  if (!frame || !fact) return null;

  const isLong = frame.groups.length > 4;
  const rows = pick(
    frame.groups.map((group) => measured(group, fact.metric)),
    isLong ? picker : unpicked,
  );
  const lines: Reference[] = fact.estimate === null ? [] : [{ at: fact.estimate, label: `all rows ${number(fact.estimate)}` }];
  const title = `${words(fact.metric)} by ${frame.by.join(" × ")}`;
  const better = { higher: "Higher is better.", lower: "Lower is better.", neutral: "Neither direction is better." }[fact.direction];
  const note = `${better}${rows.some((r) => r.excluded) ? " Hollow: below the evidence floor, left out of disparities." : ""}`;
  return (
    <div class="panel">
      <div class="fields">
        <Select label="Metric" options={metrics.map((m) => words(m.metric))} value={metricIndex} onChange={setMetric} />
        <Select label="Groups by" options={frames.map((f) => f.by.join(" × "))} value={frameIndex} onChange={setFrame} />
      </div>
      {isLong && <GroupPicker {...picker} />}
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
          on={[frameIndex, metricIndex, picker.order, picker.search]}
        />
      </Figure>
    </div>
  );
}

import { useState } from "preact/hooks";
import { words } from "../../format";
import { Figure, Select } from "../../parts";
import { PlotView } from "../../plot";
import type { DisparityFact, FrameFacts, PolicyFacts } from "../../result";
import { type DotRow, domainOf, dots } from "../../charts/dots";

function rows(disparities: DisparityFact[], ending: string): DotRow[] {
  return disparities
    .filter((fact) => fact.name.endsWith(ending))
    .map((fact) => ({ ...fact, label: words(fact.name.slice(0, -ending.length)) }));
}

/** All disparities of a grouping. Differences of a regression's errors have different units and stay in the table. */
export function Disparities({ frames, task }: { frames: FrameFacts[]; task: PolicyFacts["task"] }) {
  const [index, setIndex] = useState(0);
  const frame = frames[index];
  if (!frame) return null;
  const differences = task === "regression" ? [] : rows(frame.disparities, "_difference");
  const bounded = differences.filter((row) => row.estimate === null || Math.abs(row.estimate) <= 1);
  const ratios = rows(frame.disparities, "_ratio");
  return (
    <div class="panel">
      {frames.length > 1 && (
        <div class="fields">
          <Select label="Groups by" options={frames.map((f) => f.by.join(" × "))} value={index} onChange={setIndex} />
        </div>
      )}
      <div class="pair">
        <Chart title="Differences" by={frame.by} rows={bounded} equal={0} on={index} />
        <Chart title="Ratios" by={frame.by} rows={ratios} equal={1} on={index} />
      </div>
    </div>
  );
}

function Chart({ title, by, rows: list, equal, on }: { title: string; by: string[]; rows: DotRow[]; equal: number; on: number }) {
  if (list.length === 0) return null;
  const lines = [{ at: equal, label: "equal" }];
  return (
    <Figure title={title}>
      <PlotView
        label={
          `${title} between the groups of ${by.join(" and ")}, with intervals; ${equal} means that the groups are equal. ` +
          "The numbers are in the table below."
        }
        draw={(width) =>
          dots(
            { rows: list, references: lines, axis: `${title} between groups`, domain: domainOf(list, lines, equal === 1 ? [0.5] : [0.2]) },
            width,
          )
        }
        on={[on]}
      />
    </Figure>
  );
}

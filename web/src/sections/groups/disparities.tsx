import { useState } from "preact/hooks";
import { words } from "../../format";
import { Figure, Select } from "../../parts";
import { PlotView } from "../../plot";
import type { DisparityFact, FrameFacts } from "../../result";
import { type DotRow, domainOf, dots } from "../../charts/dots";

interface Scale {
  title: string;
  axis: string;
  rows: DotRow[];
  equal: number;
}

function rows(disparities: DisparityFact[], ending: string): DotRow[] {
  return disparities.map((fact) => ({ ...fact, label: words(fact.name.slice(0, -ending.length)) }));
}

/** One scale for each unit: a difference of shares says nothing beside one of errors in the label's unit. */
function scales(disparities: DisparityFact[], label: string): Scale[] {
  const differences = disparities.filter((fact) => fact.name.endsWith("_difference"));
  const units = [...new Set(differences.map((fact) => fact.unit ?? fact.name))];
  const ratios = rows(
    disparities.filter((fact) => fact.name.endsWith("_ratio")),
    "_ratio",
  );
  const differ = units.map((unit) => ({
      title: unit === "share" ? "Differences" : unit === "label" ? `Differences, in units of ${label}` : `Difference of ${words(unit)}`,
      axis: "Difference between groups",
      rows: rows(
        differences.filter((fact) => (fact.unit ?? fact.name) === unit),
        "_difference",
      ),
      equal: 0,
    }));
  const ratio = { title: "Ratios", axis: "Ratio between groups", rows: ratios, equal: 1 };
  // The two that hold most stand beside each other.
  return [...differ.slice(0, 1), ratio, ...differ.slice(1)].filter((scale) => scale.rows.length > 0);
}

/** All disparities of a grouping. */
export function Disparities({ frames, label }: { frames: FrameFacts[]; label: string }) {
  const [index, setIndex] = useState(0);
  const frame = frames[index];
  if (!frame) return null;
  return (
    <div class="panel">
      {frames.length > 1 && (
        <div class="fields">
          <Select label="Groups by" options={frames.map((f) => f.by.join(" × "))} value={index} onChange={setIndex} />
        </div>
      )}
      <div class="pair">
        {scales(frame.disparities, label).map((scale) => (
          <Chart key={scale.title} scale={scale} by={frame.by} on={index} />
        ))}
      </div>
    </div>
  );
}

function Chart({ scale, by, on }: { scale: Scale; by: string[]; on: number }) {
  const lines = [{ at: scale.equal, label: "equal" }];
  return (
    <Figure title={scale.title}>
      <PlotView
        label={
          `${scale.title} between the groups of ${by.join(" and ")}, with intervals; ${scale.equal} means that the groups are equal. ` +
          "The numbers are in the table below."
        }
        draw={(width) => dots({ rows: scale.rows, references: lines, axis: scale.axis, domain: domainOf(scale.rows, lines) }, width)}
        on={[on]}
      />
    </Figure>
  );
}

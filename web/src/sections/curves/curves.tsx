import { useState } from "preact/hooks";
import { count, number } from "../../format";
import { type SeriesStyle, maxSeries, overallStyle, seriesStyle } from "../../palette";
import { Figure, Legend, Select, Table } from "../../parts";
import { PlotView } from "../../plot";
import type { CurveFacts, CurveSet, DataFacts } from "../../result";
import { calibrationPlot, histogramPlot, linesPlot } from "./curveplots";

export interface Series {
  set: CurveSet;
  style: SeriesStyle;
  overall: boolean;
}

/** All rows, and the groups of one column: the largest ones when there are more than can be told apart. */
function series(curves: CurveFacts, chosen: number): Series[] {
  const groups = curves.groups[chosen]?.groups ?? [];
  const largest = new Set([...groups].sort((a, b) => b.count - a.count).slice(0, maxSeries));
  const drawn = groups.filter((set) => largest.has(set)).map((set, i) => ({ set, style: seriesStyle(i), overall: false }));
  return [{ set: curves.overall, style: overallStyle, overall: true }, ...drawn];
}

interface Kind {
  title: string;
  note?: string;
  has: (set: CurveSet) => boolean;
  columns: string[];
  points: (set: CurveSet) => number[][];
  draw: (list: Series[], width: number) => ReturnType<typeof linesPlot>;
}

function kinds(curves: CurveFacts, data: DataFacts, threshold: number | null): Kind[] {
  const edges = curves.histogram_edges;
  const score = data.positive === null ? "Predicted value" : "Score";
  return [
    {
      title: "ROC curve",
      has: (set) => set.roc.length > 1,
      columns: ["False positive rate", "True positive rate"],
      points: (set) => set.roc,
      draw: (list, width) => linesPlot(list, (set) => set.roc, "False positive rate", "True positive rate", "diagonal", width),
    },
    {
      title: "Precision-recall curve",
      has: (set) => set.precision_recall.length > 1,
      columns: ["Recall", "Precision"],
      points: (set) => set.precision_recall,
      draw: (list, width) => linesPlot(list, (set) => set.precision_recall, "Recall", "Precision", "none", width),
    },
    {
      title: "Calibration",
      note: "On the diagonal, a score of 0.7 comes true 70% of the time. Whiskers: Wilson intervals of all rows.",
      has: (set) => set.calibration.length > 0,
      columns: ["Mean score", "Share of positives", "Low", "High", "Rows"],
      points: (set) => set.calibration,
      draw: calibrationPlot,
    },
    {
      title: data.positive === null ? "Predicted values" : "Score distribution",
      note: threshold === null ? undefined : `Dashed line: the decision threshold ${threshold}.`,
      has: (set) => set.histogram.length > 0,
      columns: ["From", "To", "Share of rows"],
      points: (set) => set.histogram.map((share, i) => [edges[i] ?? NaN, edges[i + 1] ?? NaN, share]),
      draw: (list, width) => histogramPlot(list, edges, score, threshold, width),
    },
  ];
}

/** ROC, precision-recall, calibration and score distribution, of all rows and of the groups of a chosen column. */
export function Curves({ curves, data, threshold }: { curves: CurveFacts; data: DataFacts; threshold: number | null }) {
  const [chosen, setChosen] = useState(0);
  const by = curves.groups[chosen]?.by;
  const list = series(curves, chosen);
  const left = (curves.groups[chosen]?.groups.length ?? 0) - (list.length - 1);
  const usable = kinds(curves, data, threshold).filter((kind) => kind.has(curves.overall));
  if (usable.length === 0) return null;
  return (
    <div class="panel">
      {curves.groups.length > 0 && (
        <div class="fields">
          <Select
            label="Groups by"
            options={[...curves.groups.map((group) => group.by), "none: all rows only"]}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      )}
      <Legend
        entries={list.map(({ set, style, overall }) => ({
          label: `${overall ? set.label : `${by} = ${set.label}`} (${count(set.count)})`,
          style,
          thick: overall,
        }))}
      />
      {left > 0 && (
        <p class="note">
          The {maxSeries} largest groups are drawn; {left} more have curves in the result file.
        </p>
      )}
      <div class="pair">
        {usable.map((kind) => {
          const drawn = list.filter(({ set }) => kind.has(set));
          const names = drawn.map(({ set }) => set.label).join(", ");
          return (
            <Figure
              title={kind.title}
              note={kind.note}
              table={
                <Table
                  caption={kind.title}
                  head={[{ text: "Group" }, ...kind.columns.map((text) => ({ text, numeric: true }))]}
                  rows={drawn.flatMap(({ set }) =>
                    kind
                      .points(set)
                      .map((point) => [set.label, ...point.map((value, i) => (kind.columns[i] === "Rows" ? count(value) : number(value)))]),
                  )}
                />
              }
            >
              <PlotView label={`${kind.title} of ${names}.`} draw={(width) => kind.draw(drawn, width)} on={[chosen]} maxWidth={560} />
            </Figure>
          );
        })}
      </div>
    </div>
  );
}

import { axisX, axisY, cell, text } from "@observablehq/plot";
import { useState } from "preact/hooks";
import { count } from "../../format";
import { Figure, Select, cut } from "../../parts";
import { PlotView } from "../../plot";
import type { ConfusionFacts } from "../../result";

/** The confusion matrix, shaded by the share of each true class. */
export function Confusion({ confusion }: { confusion: ConfusionFacts }) {
  const [chosen, setChosen] = useState(0);
  const groups = confusion.groups.flatMap(({ by, groups: own }) => own.map((group) => ({ ...group, name: `${by} = ${group.label}` })));
  const group = groups[chosen - 1];
  const { classes } = confusion;
  const counts = group?.counts ?? confusion.counts;
  const cells = counts.flatMap((row, truth) => {
    const total = row.reduce((sum, n) => sum + n, 0);
    return row.map((n, predicted) => ({ truth, predicted, n, share: total > 0 ? n / total : 0 }));
  });
  const size = classes.length;
  if (size > 20) return null;
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  return (
    <Figure
      note="Shaded by the share of each true class; rows of the matrix add up to 100%."
    >
      {groups.length > 0 && (
        <div class="fields">
          <Select
            label="Rows"
            options={["all rows", ...groups.map((own) => `${own.name} (${count(own.count)})`)]}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      )}
      <PlotView
        label={
          `Confusion matrix of ${size} classes${group ? `, ${group.name}` : ""}: true class by predicted class. ` +
          "The numbers are in the table below."
        }
        maxWidth={Math.max(360, Math.min(90 + size * 130, 720))}
        draw={(width) => {
          const left = Math.min(110, width * 0.28);
          const side = (width - left - 8) / size;
          const high = Math.min(Math.max(side * 0.6, 34), 84);
          return {
            marginLeft: left,
            marginTop: 44,
            marginRight: 8,
            marginBottom: 4,
            height: 48 + size * high,
            x: { domain: classes.map((_, i) => i), padding: 0.04 },
            y: { domain: classes.map((_, i) => i), padding: 0.04 },
            color: { type: "identity" },
            opacity: { type: "identity" },
            marks: [
              axisX({
                anchor: "top",
                label: "Predicted",
                labelAnchor: "center",
                labelArrow: "none",
                labelOffset: 40,
                tickSize: 0,
                tickFormat: (i: number) => cut(classes[i] ?? "", Math.floor(side / 7.5)),
                fill: "var(--ink)",
              }),
              axisY({
                label: "True",
                labelAnchor: "top",
                labelArrow: "none",
                tickSize: 0,
                tickFormat: (i: number) => cut(classes[i] ?? "", Math.floor((left - 12) / 7)),
                fill: "var(--ink)",
              }),
              cell(cells, { x: "predicted", y: "truth", fill: "var(--cell-empty)", inset: 0 }),
              cell(cells, {
                x: "predicted",
                y: "truth",
                fill: (c: (typeof cells)[number]) => (c.truth === c.predicted ? "var(--cell-right)" : "var(--cell-wrong)"),
                fillOpacity: (c: (typeof cells)[number]) => 0.08 + c.share * 0.5,
              }),
              text(cells, {
                x: "predicted",
                y: "truth",
                dy: high > 44 ? -8 : 0,
                fontSize: side > 64 ? 16 : 11,
                fontWeight: 600,
                fill: "var(--ink)",
                text: (c: (typeof cells)[number]) => count(c.n),
              }),
              ...(high > 44
                ? [
                    text(cells, {
                      x: "predicted",
                      y: "truth",
                      dy: 11,
                      fontSize: 12,
                      fill: "var(--ink)",
                      text: (c: (typeof cells)[number]) => percent(c.share),
                    }),
                  ]
                : []),
            ],
          };
        }}
        on={[chosen]}
      />
    </Figure>
  );
}

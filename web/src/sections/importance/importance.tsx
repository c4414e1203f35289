import { axisX, axisY, barX, gridX, ruleX, ruleY } from "@observablehq/plot";
import { number, words } from "../../format";
import { Figure, cut } from "../../parts";
import { PlotView } from "../../plot";
import type { ImportanceFacts } from "../../result";

const shown = 20;

/** Feature importance, most important first, with the spread over repeats. */
export function Importance({ importance }: { importance: ImportanceFacts }) {
  const features = importance.features.slice(0, shown);
  if (features.length === 0) return null;
  const keys = features.map((_, i) => i);
  const at = (i: number) => features[i] as (typeof features)[number];
  const rest = importance.features.length - features.length;
  return (
    <Figure
      note={
        `Whiskers: one standard deviation over ${importance.repeats} repeats.` +
        (rest > 0 ? ` ${rest} more features are in the table.` : "")
      }
    >
      <PlotView
        label={
          `Importance of ${features.length} features: mean fall of ${importance.metric}. ` +
          `The most important is ${at(0).feature}. The numbers are in the table below.`
        }
        draw={(width) => {
          const longest = Math.max(...features.map((f) => [...f.feature].length));
          const marginLeft = Math.ceil(Math.min(longest * 6.8 + 18, width * 0.4));
          return {
            marginLeft,
            marginRight: 16,
            marginTop: 6,
            marginBottom: 38,
            height: features.length * 26 + 44,
            y: { domain: keys, padding: 0.3 },
            x: { nice: true },
            marks: [
              gridX({ ticks: Math.max(3, Math.floor(width / 120)), stroke: "var(--grid)", strokeOpacity: 1 }),
              axisX({
                label: cut(`Mean fall of ${words(importance.metric)}`, Math.floor((width - marginLeft) / 7)),
                labelAnchor: "center",
                labelArrow: "none",
                ticks: Math.max(3, Math.floor(width / 120)),
                tickSize: 0,
              }),
              axisY({
                label: null,
                tickSize: 0,
                tickFormat: (i: number) => cut(at(i).feature, Math.floor((marginLeft - 18) / 6.8)),
                fill: "var(--ink)",
              }),
              barX(keys, {
                x: (i: number) => at(i).mean,
                y: (i: number) => i,
                fill: "var(--series-0)",
                fillOpacity: 0.75,
                rx: 2,
                title: (i: number) => `${at(i).feature}\n${number(at(i).mean)} ± ${number(at(i).standard_deviation)}`,
                tip: { format: { x: false, y: false } },
              }),
              ruleY(keys, {
                y: (i: number) => i,
                x1: (i: number) => at(i).mean - at(i).standard_deviation,
                x2: (i: number) => at(i).mean + at(i).standard_deviation,
                stroke: "var(--ink)",
                strokeWidth: 1.5,
              }),
              ruleX([0], { stroke: "var(--muted)" }),
            ],
          };
        }}
        on={[]}
      />
    </Figure>
  );
}

import { useState } from "preact/hooks";
import { Figure, Select } from "../../parts";
import { PlotView } from "../../plot";
import type { DependenceFacts } from "../../result";
import { accumulatedPlot, dependencePlot } from "./dependenceplots";

/** How the score moves with one column: partial dependence with the spread of the rows' own curves, and accumulated effects. */
export function Dependence({ dependence }: { dependence: DependenceFacts }) {
  const [chosen, setChosen] = useState(0);
  const [ofClass, setOfClass] = useState(0);
  const classes = dependence.classes ?? [];
  const columns = classes.length > 0 ? (classes[ofClass]?.columns ?? []) : dependence.columns;
  const fact = columns[chosen];
  if (!fact) return null;
  const output = classes.length > 0 ? `${dependence.output} of ${classes[ofClass]?.class ?? ""}` : dependence.output;
  return (
    <div class="panel">
      <div class="fields">
        {classes.length > 0 && (
          <Select label="Class" options={classes.map((one) => one.class)} value={ofClass} onChange={setOfClass} />
        )}
        <Select label="Column" options={columns.map((column) => column.feature)} value={chosen} onChange={setChosen} />
      </div>
      <div class="pair">
        <Figure title={`Mean ${output} by ${fact.feature}`} note="Band: eight of ten rows lie within.">
          <PlotView
            label={`Partial dependence of the ${output} on ${fact.feature}. The numbers are in the table below.`}
            draw={(width) => dependencePlot(fact, output, width)}
            on={[chosen, ofClass]}
            maxWidth={560}
          />
        </Figure>
        {fact.accumulated && (
          <Figure title={`Accumulated effect of ${fact.feature}`} note="Less its mean over the rows. Points are values that the rows have.">
            <PlotView
              label={`Accumulated local effects of ${fact.feature} on the ${output}.`}
              draw={(width) => accumulatedPlot(fact, output, width)}
              on={[chosen, ofClass]}
              maxWidth={560}
            />
          </Figure>
        )}
      </div>
    </div>
  );
}

import { useState } from "preact/hooks";
import { Figure, Select } from "../../parts";
import { PlotView } from "../../plot";
import type { DependenceFacts } from "../../result";
import { accumulatedPlot, dependencePlot } from "./dependenceplots";

/** How the score moves with one column: partial dependence with the spread of the rows' own curves, and accumulated effects. */
export function Dependence({ dependence }: { dependence: DependenceFacts }) {
  const [chosen, setChosen] = useState(0);
  const fact = dependence.columns[chosen];
  if (!fact) return null;
  return (
    <div class="panel">
      <div class="fields">
        <Select label="Column" options={dependence.columns.map((column) => column.feature)} value={chosen} onChange={setChosen} />
      </div>
      <div class="pair">
        <Figure title={`Mean ${dependence.output} by ${fact.feature}`} note="Band: eight of ten rows lie within.">
          <PlotView
            label={`Partial dependence of the ${dependence.output} on ${fact.feature}. The numbers are in the table below.`}
            draw={(width) => dependencePlot(fact, dependence.output, width)}
            on={[chosen]}
            maxWidth={560}
          />
        </Figure>
        {fact.accumulated && (
          <Figure title={`Accumulated effect of ${fact.feature}`} note="Less its mean over the rows. Points are values that the rows have.">
            <PlotView
              label={`Accumulated local effects of ${fact.feature} on the ${dependence.output}.`}
              draw={(width) => accumulatedPlot(fact, dependence.output, width)}
              on={[chosen]}
              maxWidth={560}
            />
          </Figure>
        )}
      </div>
    </div>
  );
}

import { useState } from "preact/hooks";
import { Figure, Select } from "../../parts";
import { PlotView } from "../../plot";
import type { ErrorFacts } from "../../result";
import { againstPlot, residualPlot } from "./errorplots";

/** Predicted against true numbers, and how residuals are spread over the groups of a column. */
export function Errors({ errors, label }: { errors: ErrorFacts; label: string }) {
  const [chosen, setChosen] = useState(0);
  const by = errors.groups[chosen]?.by;
  const rows = [errors.overall, ...(errors.groups[chosen]?.groups ?? [])];
  return (
    <div class="panel">
      {errors.groups.length > 1 && (
        <div class="fields">
          <Select label="Groups by" options={errors.groups.map((group) => group.by)} value={chosen} onChange={setChosen} />
        </div>
      )}
      <div class="pair">
        <Figure
          title="Predicted against true"
          note="Darker: more rows. On the line, predictions are right. The outermost bins hold what lies beyond as well."
        >
          <PlotView
            label={`Predicted against true ${label}, as counts of rows in bins.`}
            draw={(width) => againstPlot(errors, label, width)}
            on={[]}
            maxWidth={480}
          />
        </Figure>
        <Figure
          title={by === undefined ? "Residuals" : `Residuals by ${by}`}
          note="Thick: the middle half of the rows; thin: 5% to 95%; bar: the median; dot: the mean. Above 0 the model predicts too much."
        >
          <PlotView
            label={
              `Predicted minus true ${label} of all rows and of each group${by === undefined ? "" : ` of ${by}`}. ` +
              "The numbers are in the table below."
            }
            draw={(width) => residualPlot(rows, label, width)}
            on={[chosen]}
          />
        </Figure>
      </div>
    </div>
  );
}

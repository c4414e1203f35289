import { useMemo, useState } from "preact/hooks";
import { count, number } from "../../format";
import { Figure, Select } from "../../parts";
import { PlotView } from "../../plot";
import type { WhatIfFacts } from "../../result";
import { ValueField } from "./field";
import { contributions, disagreement, score, valuesOf } from "./model";
import { contributionPlot, curvePlot, text } from "./whatifplots";

// Of double precision; a page that is further from Gate's own numbers shows nothing.
const tolerance = 1e-6;
const shown = 12;

/** The candidate in the page: values of a row change, and score, decision, contributions and the curve of one column move. */
export function WhatIf({ model }: { model: WhatIfFacts }) {
  const [from, setFrom] = useState(0);
  const start = model.starts[from] ?? model.starts[0];
  const [values, setValues] = useState(start ? valuesOf(start) : []);
  const order = useMemo(() => orderOf(model), [model]);
  const [curve, setCurve] = useState(0);
  const apart = useMemo(() => disagreement(model), [model]);
  if (!start) return null;
  if (!(apart <= tolerance))
    return <p class="note">This page does not compute the same numbers as Gate (they are {number(apart)} apart), so it shows none.</p>;

  const choose = (index: number): void => {
    setFrom(index);
    const next = model.starts[index];
    if (next) setValues(valuesOf(next));
  };
  const change = (input: number, value: number): void => setValues(values.map((own, i) => (i === input ? value : own)));
  const now = score(model, values);
  const shares = contributions(model, values);
  const along = order[curve] ?? 0;
  const name = (input: number): string => model.inputs[input]?.name ?? "";
  return (
    <div class="panel">
      <div class="fields">
        <Select
          label="Start from the middle of"
          options={model.starts.map((one) => `${one.name} (${count(one.rows)} rows)`)}
          value={from}
          onChange={choose}
        />
        <div class="field">
          <span>&nbsp;</span>
          <button type="button" class="button" onClick={() => choose(from)}>
            Start again
          </button>
        </div>
      </div>
      <Outcome model={model} score={now} before={start.score} />
      <div class="values">
        {order.slice(0, shown).map((input) => (
          <ValueField
            key={`${from}-${input}`}
            input={model.inputs[input] as WhatIfFacts["inputs"][number]}
            value={values[input] ?? NaN}
            start={valuesOf(start)[input] ?? NaN}
            onChange={(value) => change(input, value)}
          />
        ))}
      </div>
      {order.length > shown && (
        <p class="note">{order.length - shown} columns that add less at the start stay as they are.</p>
      )}
      <div class="pair">
        <Figure
          title="What each value adds to the margin"
          note={`From ${number(model.expected)}, what is expected without knowing any column, these lead to the margin (SHAP values).`}
        >
          <PlotView
            label={`Contributions of the values: ${order
              .slice(0, 3)
              .map((input) => `${name(input)} ${number(shares[input] ?? 0)}`)
              .join(", ")}.`}
            draw={(width) => contributionPlot(model, values, shares, width)}
            on={[values]}
            maxWidth={560}
          />
        </Figure>
        <Figure title={`If ${name(along)} alone changed`} note={model.threshold === null ? "" : "Dashed: the threshold."}>
          <div class="fields">
            <Select label="Column" options={order.map(name)} value={curve} onChange={setCurve} />
          </div>
          <PlotView
            label={`The ${model.threshold === null ? "prediction" : "score"} over ${name(along)}, all other values as they are.`}
            draw={(width) => curvePlot(model, values, along, width)}
            on={[values, along]}
            maxWidth={560}
          />
        </Figure>
      </div>
      <p class="note">
        The page scores by itself. At the starting points it is {apart === 0 ? "equal to" : `within ${text(apart)} of`} Gate’s own
        scores and contributions.
      </p>
    </div>
  );
}

function Outcome({ model, score: now, before }: { model: WhatIfFacts; score: number; before: number }) {
  const changed = Math.abs(now - before) > 1e-12;
  if (model.threshold === null)
    return (
      <output class="outcome">
        <strong>{number(now)}</strong> prediction{changed && <span class="note"> (at the start {number(before)})</span>}
      </output>
    );
  const decided = (value: number): string => (value >= (model.threshold ?? 0) ? model.output : (model.negative ?? ""));
  return (
    <output class="outcome">
      <strong>{number(now)}</strong> score of <bdi>{model.output}</bdi>; decided: <strong><bdi>{decided(now)}</bdi></strong>{" "}
      <span class="note">
        (threshold {number(model.threshold)}
        {changed && (
          <>
            ; at the start {number(before)}, <bdi>{decided(before)}</bdi>
          </>
        )}
        )
      </span>
    </output>
  );
}

/** The inputs, those first that add most at any starting point. */
function orderOf(model: WhatIfFacts): number[] {
  const size = (input: number): number => Math.max(...model.starts.map((start) => Math.abs(start.contributions[input] ?? 0)));
  return model.inputs.map((_, i) => i).sort((a, b) => size(b) - size(a));
}

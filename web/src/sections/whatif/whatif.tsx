import { useMemo, useState } from "preact/hooks";
import { count, number } from "../../format";
import { Figure, Select } from "../../parts";
import { PlotView } from "../../plot";
import type { WhatIfFacts } from "../../result";
import { ValueField } from "./field";
import { contributions, disagreement, givenOf, isOfClasses, outputsOf, scores, valuesOf } from "./model";
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
  const [chosen, setChosen] = useState(start ? largestOf(givenOf(start).map((one) => one.score)) : 0);
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
  const outputs = outputsOf(model);
  const now = scores(model, values);
  const shares = contributions(model, values, chosen);
  const expected = isOfClasses(model) ? (model.classes?.[chosen]?.expected ?? NaN) : model.expected;
  const of = isOfClasses(model) ? ` of ${outputs[chosen] ?? ""}` : "";
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
      {isOfClasses(model) ? (
        <>
          <ClassOutcome outputs={outputs} scores={now} before={givenOf(start).map((one) => one.score)} />
          <div class="fields">
            <Select label="Contributions and curve of the class" options={outputs} value={chosen} onChange={setChosen} />
          </div>
        </>
      ) : (
        <Outcome model={model} score={now[0] ?? NaN} before={start.score} />
      )}
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
        <p class="note">
          {order.length - shown === 1 ? "One column that adds" : `${order.length - shown} columns that add`} less at the start stay
          {order.length - shown === 1 ? "s as it is." : " as they are."}
        </p>
      )}
      <div class="pair">
        <Figure
          title={`What each value adds to the margin${of}`}
          note={`From ${number(expected)}, what is expected without knowing any column, these lead to the margin (SHAP values).`}
        >
          <PlotView
            label={`Contributions of the values: ${order
              .slice(0, 3)
              .map((input) => `${name(input)} ${number(shares[input] ?? 0)}`)
              .join(", ")}.`}
            draw={(width) => contributionPlot(model, values, shares, width)}
            on={[values, chosen]}
            maxWidth={560}
          />
        </Figure>
        <Figure title={`If ${name(along)} alone changed`} note={model.threshold === null ? "" : "Dashed: the threshold."}>
          <div class="fields">
            <Select label="Column" options={order.map(name)} value={curve} onChange={setCurve} />
          </div>
          <PlotView
            label={
              `The ${model.threshold === null && of === "" ? "prediction" : "score"}${of} over ${name(along)}, ` +
              "all other values as they are."
            }
            draw={(width) => curvePlot(model, values, along, chosen, width)}
            on={[values, along, chosen]}
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

/** Of several classes the score of each, and which is said. */
function ClassOutcome({ outputs, scores: now, before }: { outputs: string[]; scores: number[]; before: number[] }) {
  const [said, first] = [largestOf(now), largestOf(before)];
  return (
    <output class="outcome">
      said: <strong><bdi>{outputs[said]}</bdi></strong>
      {said !== first && (
        <span class="note">
          {" "}
          (at the start <bdi>{outputs[first]}</bdi>)
        </span>
      )}
      {outputs.map((name, i) => (
        <div key={name}>
          <strong>{number(now[i] ?? NaN)}</strong> score of <bdi>{name}</bdi>
          {Math.abs((now[i] ?? 0) - (before[i] ?? 0)) > 1e-12 && <span class="note"> (at the start {number(before[i] ?? NaN)})</span>}
        </div>
      ))}
    </output>
  );
}

/** Of equal scores the first is said, as Gate does. */
function largestOf(values: number[]): number {
  return values.reduce((best, value, i) => (value > (values[best] ?? NaN) ? i : best), 0);
}

/** The inputs, those first that add most to any output at any starting point. */
function orderOf(model: WhatIfFacts): number[] {
  const size = (input: number): number =>
    Math.max(...model.starts.flatMap((start) => givenOf(start).map((one) => Math.abs(one.contributions[input] ?? 0))));
  return model.inputs.map((_, i) => i).sort((a, b) => size(b) - size(a));
}

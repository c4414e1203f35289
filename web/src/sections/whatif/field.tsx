import type { WhatIfInput } from "../../result";
import { levelOf, optionsOf } from "./whatifplots";

const day = 86_400_000;

/** A number with as many digits as a person reads; what is typed stays as it is typed. */
function rounded(value: number): number {
  if (Number.isInteger(value)) return value;
  return Math.abs(value) >= 10_000 ? Math.round(value) : Number(value.toPrecision(5));
}

/** One value that may be changed: a choice, a date, or a number with a slider over what the test rows have. */
export function ValueField({
  input,
  value,
  start,
  onChange,
}: {
  input: WhatIfInput;
  value: number;
  start: number;
  onChange: (value: number) => void;
}) {
  const changed = !Object.is(value, start);
  const label = (
    <span>
      <bdi>{input.name}</bdi>
      {changed && " (changed)"}
    </span>
  );
  if (input.type === "category" || input.type === "boolean") {
    const options = optionsOf(input);
    const at = options.findIndex((option) => Object.is(option, value));
    return (
      <label class="field">
        {label}
        <select value={String(Math.max(0, at))} onChange={(event) => onChange(options[Number(event.currentTarget.value)] ?? NaN)}>
          {options.map((option, i) => (
            <option value={String(i)}>{levelOf(input, option)}</option>
          ))}
        </select>
      </label>
    );
  }
  const read = (text: string): number => (text === "" ? NaN : Number(text));
  if (input.type === "date")
    return (
      <label class="field">
        {label}
        <input
          type="date"
          value={Number.isFinite(value) ? new Date(value * day).toISOString().slice(0, 10) : ""}
          onInput={(event) => onChange(Math.round(event.currentTarget.valueAsNumber / day))}
        />
      </label>
    );
  const [low, high] = [input.low ?? 0, input.high ?? 0];
  const whole = Number.isInteger(low) && Number.isInteger(high) && Number.isInteger(start) && high - low >= 3;
  return (
    <div class="field">
      <label class="field">
        {label}
        <input
          type="number"
          step="any"
          // Only the row's own value is shown rounded: it stays what it is until somebody changes it.
          value={Number.isFinite(value) ? String(changed ? value : rounded(value)) : ""}
          placeholder="missing"
          onInput={(event) => onChange(read(event.currentTarget.value))}
        />
      </label>
      {high > low && (
        <input
          type="range"
          aria-label={`${input.name}, over what the test rows have`}
          min={low}
          max={high}
          step={whole ? 1 : (high - low) / 200}
          value={Number.isFinite(value) ? value : low}
          onInput={(event) => onChange(rounded(Number(event.currentTarget.value)))}
        />
      )}
    </div>
  );
}

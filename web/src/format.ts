import type { IntervalFact } from "./result";

// The same rule as Gate.Evaluation's NumberText: four decimals below 10 and four digits from there on, with commas; below 0.00001
// and from 1e15 on four digits and a power of ten; an estimate and its interval alike.

const power = -1;

function decimals(largest: number): number {
  if (largest === 0 || !Number.isFinite(largest)) return 0;
  if (largest < 1e-5 || largest >= 1e15) return power;
  const wanted = 3 - Math.floor(Math.log10(largest));
  if (largest >= 10) return Math.max(0, wanted);
  return largest >= 0.001 ? 4 : wanted;
}

function fixed(value: number, places: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "infinity" : "-infinity";
  if (places === power) return value === 0 ? "0" : value.toExponential(3);
  const [whole = "", ...fraction] = value.toFixed(places).split(".");
  const text = [commas(whole), ...fraction].join(".");
  return Number(value.toFixed(places)) === 0 ? text.replace("-", "") : text;
}

function commas(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

export function number(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) >= 10 && Math.abs(value) < 1e15) return count(value);
  return fixed(value, decimals(Math.abs(value)));
}

export function interval(estimate: number | null, of: IntervalFact): string {
  const places = decimals(Math.max(Math.abs(of.low), Math.abs(of.high), Math.abs(estimate ?? 0)));
  return `${fixed(of.low, places)} to ${fixed(of.high, places)}`;
}

/** An estimate that stands beside its interval, with the same decimals. */
export function estimate(value: number, beside: IntervalFact | null): string {
  if (!beside) return number(value);
  return fixed(value, decimals(Math.max(Math.abs(value), Math.abs(beside.low), Math.abs(beside.high))));
}

export function count(value: number): string {
  return commas(String(value));
}

/** A bound as the policy writes it, with commas. */
export function bound(value: number): string {
  const [whole = "", ...fraction] = String(value).split(".");
  return whole.includes("e") ? String(value) : [commas(whole), ...fraction].join(".");
}

/** A share as a percentage with at most two decimals. */
export function percent(share: number): string {
  return `${commas(String(Math.round(share * 1e4) / 1e2))}%`;
}

const acronyms: Record<string, string> = { roc: "ROC", auc: "AUC", r2: "R²", f1: "F1" };

/** A metric's name for people: `roc_auc` is `ROC AUC`. */
export function words(name: string): string {
  const text = name
    .split("_")
    .map((word) => acronyms[word] ?? word)
    .join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// The candidate scored in the page, as Gate.Explain.Compact does. It starts from rows whose score and contributions Gate has computed, and
// both are held against each other before anything is shown.

import type { WhatIfFacts, WhatIfStart, WhatIfTree } from "../../result";
import { calibrated, shared } from "./calibration";

/** Values of the inputs as the model numbers them; not a number where missing. */
export type Values = number[];

/** The margin of each output: of several classes one for each. */
export function margins(model: WhatIfFacts, values: Values): number[] {
  const sums = basesOf(model);
  for (const tree of model.trees) {
    const to = tree.class ?? 0;
    sums[to] = (sums[to] ?? NaN) + (tree.value[leafOf(tree, model.rule, values)] ?? NaN);
  }
  model.terms.forEach((term, i) => {
    const to = term.class ?? 0;
    sums[to] = (sums[to] ?? NaN) + termOf(model, i, values);
  });
  return sums;
}

/** The score of each output. */
export function scores(model: WhatIfFacts, values: Values): number[] {
  return calibrated(model.calibrations ?? [], linked(model, margins(model, values)));
}

/** SHAP values of the inputs on a margin: of trees path-dependent (Lundberg and others 2020, algorithm 2), else against the mean. */
export function contributions(model: WhatIfFacts, values: Values, output: number): number[] {
  const shares = model.inputs.map(() => 0);
  for (const tree of model.trees) if ((tree.class ?? 0) === output) shareOut(tree, model.rule, values, shares);
  model.terms.forEach((term, i) => {
    if ((term.class ?? 0) !== output) return;
    shares[term.input] = (shares[term.input] ?? 0) + termOf(model, i, values) - term.expected;
  });
  return shares;
}

/** What the outputs are of: several classes, or the one output. */
export function outputsOf(model: WhatIfFacts): string[] {
  return isOfClasses(model) ? (model.classes ?? []).map((one) => one.name) : [model.output];
}

/** Whether there are several classes, of which the one with the largest score is said. */
export function isOfClasses(model: WhatIfFacts): boolean {
  return (model.classes ?? []).length > 0;
}

/** What Gate computes of a starting row: the score and the contributions of each output. */
export function givenOf(start: WhatIfStart): { score: number; contributions: number[] }[] {
  return start.classes && start.classes.length > 0 ? start.classes : [start];
}

function basesOf(model: WhatIfFacts): number[] {
  return isOfClasses(model) ? (model.classes ?? []).map((one) => one.base) : [model.base];
}

/** The largest distance between the page's and Gate's own scores and contributions, over all rows to start from. */
export function disagreement(model: WhatIfFacts): number {
  let largest = 0;
  for (const start of model.starts) {
    const values = valuesOf(start);
    const own = scores(model, values);
    givenOf(start).forEach((given, output) => {
      largest = farther(largest, (own[output] ?? NaN) - given.score);
      contributions(model, values, output).forEach((share, i) => {
        largest = farther(largest, share - (given.contributions[i] ?? NaN));
      });
    });
  }
  return largest;
}

// What is not a number is no small distance.
function farther(largest: number, distance: number): number {
  return Math.abs(distance) <= largest ? largest : Math.abs(distance);
}

export function valuesOf(start: { values: number[]; missing: number[] }): Values {
  return start.values.map((value, i) => (start.missing.includes(i) ? NaN : value));
}

function linked(model: WhatIfFacts, sums: number[]): number[] {
  switch (model.link) {
    case "softmax": {
      const largest = Math.max(...sums);
      return shared(sums.map((sum) => Math.exp(sum - largest)));
    }
    case "shares":
      return shared(sums);
    case "logistic_shares":
      return shared(sums.map((sum) => linkedOne(model, sum)));
    default:
      return sums.map((sum) => linkedOne(model, sum));
  }
}

function linkedOne(model: WhatIfFacts, sum: number): number {
  switch (model.link) {
    case "logistic":
    case "logistic_shares":
      return 1 / (1 + Math.exp(-model.scale * sum));
    case "exp":
      return Math.exp(sum);
    case "signed_square":
      return sum * Math.abs(sum);
    case "log_one_plus_exp":
      return sum > 36 ? sum : Math.log1p(Math.exp(sum));
    default:
      return sum;
  }
}

function termOf(model: WhatIfFacts, index: number, values: Values): number {
  const term = model.terms[index];
  if (!term) return NaN;
  const value = values[term.input] ?? NaN;
  if (model.inputs[term.input]?.type === "category") return value >= 0 ? (term.coefficients[Math.trunc(value)] ?? 0) : 0;
  return (term.coefficients[0] ?? NaN) * (Number.isNaN(value) ? term.missing : value);
}

function goesLeft(tree: WhatIfTree, node: number, rule: string, given: number): boolean {
  const kind = tree.rule[node] ?? 0;
  const missingLeft = tree.missing_left[node] ?? false;
  let value = Number.isNaN(given) && kind === 1 ? 0 : given;
  if (rule === "single") value = Math.fround(value);
  if (rule === "tiny_is_zero" && Math.abs(value) <= Math.fround(1e-35)) value = 0;
  if (kind === 3) {
    if (Number.isNaN(value)) return missingLeft;
    const isLevel = rule === "tiny_is_zero" ? value > -1 : value >= 0;
    return (tree.levels[node] ?? []).includes(isLevel ? Math.trunc(value) : -1);
  }
  if (Number.isNaN(value) || (kind === 2 && value === 0)) return missingLeft;
  return value <= (tree.threshold[node] ?? NaN);
}

function leafOf(tree: WhatIfTree, rule: string, values: Values): number {
  let node = 0;
  while ((tree.left[node] ?? -1) >= 0) node = childOf(tree, node, rule, values);
  return node;
}

function childOf(tree: WhatIfTree, node: number, rule: string, values: Values): number {
  const value = values[tree.feature[node] ?? -1] ?? NaN;
  return (goesLeft(tree, node, rule, value) ? tree.left[node] : tree.right[node]) ?? -1;
}

/** One column on the way to a node: its share of training rows that go on, whether the row goes on, and the weight of subsets. */
interface Step {
  input: number;
  zero: number;
  one: number;
  weight: number;
}

function shareOut(tree: WhatIfTree, rule: string, values: Values, shares: number[]): void {
  function walk(node: number, before: Step[], zero: number, one: number, input: number): void {
    const path = extended(before, zero, one, input);
    if ((tree.left[node] ?? -1) < 0) {
      for (let i = 1; i < path.length; i++) {
        const step = path[i] as Step;
        shares[step.input] = (shares[step.input] ?? 0) + unwoundSum(path, i) * (step.one - step.zero) * (tree.value[node] ?? 0);
      }
      return;
    }
    const hot = childOf(tree, node, rule, values);
    const cold = (hot === tree.left[node] ? tree.right[node] : tree.left[node]) ?? -1;
    const own = tree.feature[node] ?? -1;
    const at = path.findIndex((step, i) => i > 0 && step.input === own);
    const seen = at > 0 ? (path[at] as Step) : { zero: 1, one: 1 };
    const rest = at > 0 ? unwound(path, at) : path;
    const cover = tree.cover[node] ?? 0;
    const part = (child: number): number => (cover > 0 ? (tree.cover[child] ?? 0) / cover : 0);
    walk(hot, rest, seen.zero * part(hot), seen.one, own);
    walk(cold, rest, seen.zero * part(cold), 0, own);
  }
  walk(0, [], 1, 1, -1);
}

function extended(before: Step[], zero: number, one: number, input: number): Step[] {
  const path = before.map((step) => ({ ...step }));
  const length = path.length;
  path.push({ input, zero, one, weight: length === 0 ? 1 : 0 });
  for (let i = length - 1; i >= 0; i--) {
    const [step, next] = [path[i] as Step, path[i + 1] as Step];
    next.weight += (one * step.weight * (i + 1)) / (length + 1);
    step.weight = (zero * step.weight * (length - i)) / (length + 1);
  }
  return path;
}

function unwound(before: Step[], at: number): Step[] {
  const path = before.map((step) => ({ ...step }));
  const last = path.length - 1;
  const { one, zero } = path[at] as Step;
  let next = (path[last] as Step).weight;
  for (let j = last - 1; j >= 0; j--) {
    const step = path[j] as Step;
    if (one !== 0) {
      const kept = step.weight;
      step.weight = (next * (last + 1)) / ((j + 1) * one);
      next = kept - (step.weight * zero * (last - j)) / (last + 1);
    } else step.weight = zero === 0 ? 0 : (step.weight * (last + 1)) / (zero * (last - j));
  }
  for (let j = at; j < last; j++) {
    const [step, after] = [path[j] as Step, path[j + 1] as Step];
    [step.input, step.zero, step.one] = [after.input, after.zero, after.one];
  }
  path.pop();
  return path;
}

function unwoundSum(path: Step[], at: number): number {
  return unwound(path, at).reduce((sum, step) => sum + step.weight, 0);
}

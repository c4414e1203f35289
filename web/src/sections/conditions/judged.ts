import { bound, percent, words } from "../../format";
import { type DotRow, type Reference, domainOf } from "../../charts/dots";
import type { Finding, IntervalFact } from "../../result";

/** A number that a finding was judged by, against its bounds: one picture. */
export interface JudgedNumber {
  title: string;
  row: DotRow;
  lines: Reference[];
  domain: [number, number];
}

const compared: Record<string, string> = { difference: "Difference in ", ratio: "Ratio of ", group_min: "Lowest ", group_max: "Highest " };

function name(finding: Finding): string {
  const metric = words(finding.metric);
  // A named disparity says in its name how it compares.
  const before = finding.metric.endsWith(`_${finding.compare}`) ? undefined : compared[finding.compare ?? ""];
  return before ? before + metric.charAt(0).toLowerCase() + metric.slice(1) : metric;
}

function of(title: string, value: number, interval: IntervalFact | null, lines: Reference[], equal: number[]): JudgedNumber {
  const row: DotRow = { label: "", estimate: value, undefined: null, interval };
  return { title, row, lines, domain: domainOf([row], lines, equal) };
}

function add(
  to: JudgedNumber[],
  title: string,
  worse: number | null,
  interval: IntervalFact | null,
  most: number,
  text: (value: number) => string,
): void {
  if (worse !== null) to.push(of(title, worse, interval, [{ at: most, label: `at most ${text(most)}`, bad: "above" }], [0]));
}

/** What was held against the bounds of a finding: the value and each regression, with the intervals that decided. */
export function judgedNumbers(finding: Finding): JudgedNumber[] {
  const numbers: JudgedNumber[] = [];
  const { bound: limits, regression, estimate, interval } = finding;
  if (estimate !== null && limits && (limits.min !== null || limits.max !== null)) {
    const lines: Reference[] = [];
    if (limits.min !== null) lines.push({ at: limits.min, label: `at least ${bound(limits.min)}`, bad: "below" });
    if (limits.max !== null) lines.push({ at: limits.max, label: `at most ${bound(limits.max)}`, bad: "above" });
    const equal = finding.compare === "ratio" ? [1] : finding.compare === "difference" ? [0] : [];
    numbers.push(of(name(finding), estimate, interval, lines, equal));
  }
  if (regression && limits?.max_regression != null)
    add(numbers, "Worse than the baseline by", regression.estimate, regression.interval, limits.max_regression, bound);
  if (regression?.relative && limits?.max_relative_regression != null) {
    const { estimate: share, interval: range } = regression.relative;
    add(numbers, "Worse than the baseline by, as a share of it", share, range, limits.max_relative_regression, percent);
  }
  return numbers;
}

/** Why the picture of the interval is not all that decided; null where it is. */
export function besides(finding: Finding): string | null {
  if (finding.decide_on === "point" && finding.interval) return "Decided on the estimate alone, not on its interval.";
  if (finding.outcome === "inconclusive" && finding.family?.adjusted_p != null)
    return `Decided together with the other conditions of the family ${finding.family.name}: what the interval says alone is not enough.`;
  return null;
}

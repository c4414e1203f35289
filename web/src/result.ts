// The shape of result.json, version 1, as Gate.Evaluation writes it (src/Gate.Evaluation/Results). The app reads it and recomputes nothing.

export type Verdict = "pass" | "warn" | "fail" | "inconclusive" | "inform";

export interface GateResult {
  version: number;
  verdict: Verdict;
  headline: string;
  policy: PolicyFacts;
  findings: Finding[];
  overall: MetricFact[];
  frames: FrameFacts[];
  confusion: ConfusionFacts | null;
  errors: ErrorFacts | null;
  curves: CurveFacts | null;
  importance: ImportanceFacts | null;
  attribution: { swarm: SwarmFacts | null; swarms?: { class: string; swarm: SwarmFacts }[] } | null;
  rows?: RowFacts | null;
  dependence: DependenceFacts | null;
  what_if: WhatIfFacts | null;
  data: DataFacts;
  model: { threshold: number | null };
}

export interface PolicyFacts {
  name: string;
  task: "binary_classification" | "multiclass_classification" | "regression";
  confidence: number;
  title: string;
}

export interface IntervalFact {
  low: number;
  high: number;
  confidence: number;
  method: string;
}

export interface BoundFact {
  min: number | null;
  max: number | null;
  max_regression: number | null;
  max_relative_regression: number | null;
}

export interface RegressionFact {
  baseline: number | null;
  estimate: number | null;
  interval: IntervalFact | null;
  relative: { estimate: number | null; interval: IntervalFact | null } | null;
}

export interface Finding {
  id: string;
  metric: string;
  by: string[];
  control: string[];
  where: string | null;
  compare: "difference" | "ratio" | "group_min" | "group_max" | "each" | "joint" | null;
  method: "between_groups" | "to_overall" | "to_reference" | "to_rest" | null;
  reference: string | null;
  estimate: number | null;
  undefined: string | null;
  interval: IntervalFact | null;
  bound: BoundFact | null;
  regression: RegressionFact | null;
  family: { name: string; adjusted_p: number | null } | null;
  decide_on: "interval" | "point";
  outcome: "satisfied" | "violated" | "inconclusive" | "undefined" | "reported";
  verdict: Verdict;
  unit: string | null;
  decided_by: string | null;
  group_metric: string | null;
  groups: GroupFact[];
}

export interface GroupFact {
  label: string;
  key: string[];
  control_level: string | null;
  count: number;
  estimate: number | null;
  undefined: string | null;
  interval: IntervalFact | null;
  excluded: string | null;
}

export interface MetricFact {
  metric: string;
  estimate: number | null;
  undefined: string | null;
  interval: IntervalFact | null;
  direction: "higher" | "lower" | "neutral";
  baseline: number | null;
  unit: string | null;
}

export interface FrameFacts {
  by: string[];
  groups: FrameGroup[];
  disparities: DisparityFact[];
}

export interface FrameGroup {
  label: string;
  key: string[];
  count: number;
  excluded: string | null;
  metrics: MetricFact[];
}

export interface DisparityFact {
  name: string;
  estimate: number | null;
  undefined: string | null;
  interval: IntervalFact | null;
  low_group: string | null;
  high_group: string | null;
  unit: string | null;
}

export interface ConfusionFacts {
  classes: string[];
  counts: number[][];
  groups: { by: string; groups: { label: string; count: number; counts: number[][] }[] }[];
}

export interface ErrorFacts {
  /** Of the bins of true and predicted numbers alike. */
  edges: number[];
  /** Rows: one list a bin of true numbers, one count a bin of predicted ones. */
  counts: number[][];
  overall: ResidualFact;
  groups: { by: string; groups: ResidualFact[] }[];
}

export interface ResidualFact {
  label: string;
  count: number;
  mean: number;
  q05: number;
  q25: number;
  median: number;
  q75: number;
  q95: number;
}

export interface CurveFacts {
  overall: CurveSet;
  groups: { by: string; groups: CurveSet[] }[];
  histogram_edges: number[];
}

export interface CurveSet {
  label: string;
  count: number;
  /** [false positive rate, true positive rate] points. */
  roc: number[][];
  /** [recall, precision] points. */
  precision_recall: number[][];
  /** [mean score, share of positives, low, high, rows] of each bin. */
  calibration: number[][];
  /** Share of rows by bin. */
  histogram: number[];
}

export interface ImportanceFacts {
  method: string;
  metric: string;
  repeats: number;
  rows: number;
  features: { feature: string; mean: number; standard_deviation: number }[];
}

export interface DataFacts {
  label: string;
  positive: string | null;
}

export interface SwarmFacts {
  edges: number[];
  columns: { feature: string; counts: number[]; ranks: number[] }[];
}

/** Single rows, where the policy lets rows into the report. */
export interface RowFacts {
  id: string | null;
  rows: (RowOutput & { name: string; classes?: RowOutput[] })[];
}

/** What columns add to one output of a row. */
export interface RowOutput {
  of: string;
  columns: { feature: string; value: string; contribution: number }[];
}

export interface DependenceFacts {
  output: string;
  rows: number;
  columns: DependenceFact[];
  /** Of several classes; `columns` is then empty. */
  classes?: { class: string; columns: DependenceFact[] }[];
}

export interface DependenceFact {
  feature: string;
  labels: string[];
  numbers: number[] | null;
  mean: number[];
  low: number[];
  high: number[];
  edges: number[] | null;
  accumulated: number[] | null;
}

export interface WhatIfFacts {
  kind: "trees" | "linear";
  output: string;
  negative: string | null;
  threshold: number | null;
  base: number;
  link: "identity" | "logistic" | "exp" | "signed_square" | "log_one_plus_exp" | "softmax" | "logistic_shares" | "shares";
  scale: number;
  rule: "exact" | "single" | "tiny_is_zero";
  expected: number;
  inputs: WhatIfInput[];
  trees: WhatIfTree[];
  terms: { input: number; missing: number; coefficients: number[]; expected: number; class?: number }[];
  starts: WhatIfStart[];
  /** Of several classes; else empty. */
  classes?: { name: string; base: number; expected: number }[];
  /** What is made of the scores at last; empty for nothing. */
  calibrations?: WhatIfCalibration[];
}

export interface WhatIfCalibration {
  method: "sigmoid" | "isotonic";
  slope: number;
  intercept: number;
  on_log_odds: boolean;
  scores: number[];
  probabilities: number[];
}

export interface WhatIfInput {
  name: string;
  type: "number" | "boolean" | "date" | "category";
  levels: string[];
  missing: number | null;
  low: number | null;
  high: number | null;
}

export interface WhatIfTree {
  feature: number[];
  threshold: number[];
  levels: number[][];
  missing_left: boolean[];
  rule: number[];
  left: number[];
  right: number[];
  value: number[];
  cover: number[];
  class?: number;
}

export interface WhatIfStart {
  name: string;
  rows: number;
  values: number[];
  missing: number[];
  score: number;
  contributions: number[];
  classes?: { score: number; contributions: number[] }[];
}

// What a calibrated model makes of its scores, as Gate.Models.Calibration does.

import type { WhatIfCalibration } from "../../result";

const nearest = 1e-12;

/** The calibrated scores: one, or of several classes each one's own, divided by their sum. */
export function calibrated(calibrations: WhatIfCalibration[], scores: number[]): number[] {
  if (calibrations.length === 0) return scores;
  const own = calibrations.map((calibration, i) => probability(calibration, scores[i] ?? NaN));
  return own.length === 1 ? own : shared(own);
}

/** Each part of their sum; of parts that are all 0 each is as large. */
export function shared(parts: number[]): number[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (all === 0 ? 1 / parts.length : part / all));
}

function probability(calibration: WhatIfCalibration, score: number): number {
  if (calibration.method === "isotonic") return onCurve(calibration.scores, calibration.probabilities, score);
  const inside = Math.min(Math.max(score, nearest), 1 - nearest);
  const value = calibration.on_log_odds ? Math.log(inside) - Math.log(1 - inside) : score;
  return 1 / (1 + Math.exp(-(calibration.slope * value + calibration.intercept)));
}

// Level beyond its ends, straight between its points.
function onCurve(scores: number[], probabilities: number[], score: number): number {
  const above = scores.findIndex((own) => score <= own);
  if (above < 0) return Number.isNaN(score) ? NaN : (probabilities[probabilities.length - 1] ?? NaN);
  const [high, to] = [scores[above] ?? NaN, probabilities[above] ?? NaN];
  if (above === 0 || score === high) return to;
  const [low, from] = [scores[above - 1] ?? NaN, probabilities[above - 1] ?? NaN];
  return from + ((score - low) / (high - low)) * (to - from);
}

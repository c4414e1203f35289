import type { GateResult } from "../../result";
import type { Section } from "../section";
import { Disparities } from "./disparities";
import { Explorer } from "./explorer";

function judgedMetrics(result: GateResult): Set<string> {
  return new Set(result.findings.flatMap((finding) => [finding.metric, finding.group_metric ?? finding.metric]));
}

export const groups: Section = {
  slots: {
    explorer: (result) => <Explorer frames={result.frames} overall={result.overall} judged={judgedMetrics(result)} />,
    disparities: (result) => <Disparities frames={result.frames} label={result.data.label} />,
  },
};

import type { Section } from "../section";
import type { Finding, GateResult } from "../../result";
import { FindingGroups, Judgement } from "./finding";

function findingOf(result: GateResult, slot: HTMLElement): Finding | undefined {
  return result.findings[Number(slot.dataset.index)];
}

export const conditions: Section = {
  slots: {
    judgement: (result, slot) => {
      const finding = findingOf(result, slot);
      return finding && <Judgement finding={finding} />;
    },
    finding: (result, slot) => {
      const finding = findingOf(result, slot);
      return finding && <FindingGroups finding={finding} overall={result.overall} />;
    },
  },
};

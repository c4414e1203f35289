import type { Section } from "../section";
import { FindingGroups } from "./finding";

export const conditions: Section = {
  slots: {
    finding: (result, slot) => {
      const finding = result.findings[Number(slot.dataset.index)];
      return finding && <FindingGroups finding={finding} overall={result.overall} />;
    },
  },
};

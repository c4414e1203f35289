import type { Section } from "../section";
import { TableSearch } from "./search";

export const overall: Section = {
  slots: {
    // A few metrics are found without a search.
    search: (result, slot) =>
      result.overall.length > 8 && <TableSearch rows={() => slot.parentElement?.querySelectorAll<HTMLElement>("tbody tr")} />,
  },
};

import type { Section } from "../section";
import { TableSearch } from "./search";

export const overall: Section = {
  slots: { search: (result, slot) => result.overall.length > 8 && <TableSearch rows={() => slot.parentElement?.querySelectorAll("tbody tr")} /> },
};

import type { Section } from "../section";
import { Confusion } from "./confusion";

export const confusion: Section = {
  slots: { confusion: (result) => result.confusion && <Confusion confusion={result.confusion} /> },
};

import type { Section } from "../section";
import { Dependence } from "./dependence";

export const dependence: Section = {
  slots: { dependence: (result) => result.dependence && <Dependence dependence={result.dependence} /> },
};

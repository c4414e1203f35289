import type { Section } from "../section";
import { WhatIf } from "./whatif";

export const whatif: Section = {
  slots: { whatif: (result) => result.what_if && <WhatIf model={result.what_if} /> },
};

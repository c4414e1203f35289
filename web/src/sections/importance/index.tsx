import type { Section } from "../section";
import { Importance } from "./importance";

export const importance: Section = {
  slots: { importance: (result) => result.importance && <Importance importance={result.importance} /> },
};

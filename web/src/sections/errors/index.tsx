import type { Section } from "../section";
import { Errors } from "./errors";

export const errors: Section = {
  slots: { errors: (result) => result.errors && <Errors errors={result.errors} label={result.data.label} /> },
};

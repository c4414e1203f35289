import type { Section } from "../section";
import { Disparities } from "./disparities";
import { Explorer } from "./explorer";

export const groups: Section = {
  slots: {
    explorer: (result) => <Explorer frames={result.frames} overall={result.overall} />,
    disparities: (result) => <Disparities frames={result.frames} task={result.policy.task} />,
  },
};

import type { Section } from "../section";
import { Curves } from "./curves";

export const curves: Section = {
  slots: {
    curves: (result) => result.curves && <Curves curves={result.curves} data={result.data} threshold={result.model.threshold} />,
  },
};

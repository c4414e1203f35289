import type { Section } from "../section";
import { Swarm } from "./swarm";

export const attribution: Section = {
  slots: { attribution: (result) => result.attribution?.swarm && <Swarm swarm={result.attribution.swarm} /> },
};

import type { Section } from "../section";
import { Swarms } from "./swarm";

export const attribution: Section = {
  slots: {
    attribution: ({ attribution: facts, rows }) => {
      const swarms = facts?.swarm ? [{ class: "", swarm: facts.swarm }] : (facts?.swarms ?? []);
      return swarms.length > 0 && <Swarms swarms={swarms} rows={rows ?? null} />;
    },
  },
};

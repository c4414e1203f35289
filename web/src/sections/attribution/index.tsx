import type { GateResult } from "../../result";
import type { Section } from "../section";
import { Swarms } from "./swarm";

export const attribution: Section = {
  slots: { attribution: (result) => <Swarms swarms={swarmsOf(result)} rows={result.rows ?? null} /> },
};

/** Of one output a single one, of several classes one for each. */
function swarmsOf({ attribution: facts }: GateResult) {
  return facts?.swarm ? [{ class: "", swarm: facts.swarm }] : (facts?.swarms ?? []);
}

import type { ComponentChild } from "preact";
import type { GateResult } from "../result";

/** The charts of one section of the report: what fills each of its slots (`data-chart`). Runs only where the page has such a slot. */
export interface Section {
  slots: Record<string, (result: GateResult, slot: HTMLElement) => ComponentChild>;
}

import "./report.css";
import { render } from "preact";
import { followContents } from "./contents";
import { openForPrint } from "./print";
import type { GateResult } from "./result";
import { sections } from "./sections";
import { openTarget } from "./target";
import { startTheme } from "./theme";

// The page is complete without this script: it only fills the empty slots (data-chart) of the static report.

const charts = Object.assign({}, ...sections.map((section) => section.slots)) as (typeof sections)[number]["slots"];

function start(): void {
  document.documentElement.classList.add("js");
  startTheme();
  openForPrint();
  const json = document.getElementById("gate-result")?.textContent;
  if (!json) return;
  const result = JSON.parse(json) as GateResult;
  for (const slot of document.querySelectorAll<HTMLElement>("[data-chart]")) {
    // Own names only: a slot that a user's template invents is left as it is.
    const name = slot.dataset.chart ?? "";
    const chart = Object.hasOwn(charts, name) ? charts[name] : undefined;
    if (chart) render(chart(result, slot), slot);
  }
  followContents();
  openTarget();
}

start();

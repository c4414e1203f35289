import "./report.css";
import { type ComponentChild, render } from "preact";
import { Confusion } from "./charts/confusion";
import { Curves } from "./charts/curves";
import { Disparities } from "./charts/disparities";
import { Explorer } from "./charts/explorer";
import { FindingGroups } from "./charts/finding";
import { Importance } from "./charts/importance";
import { openForPrint } from "./print";
import type { GateResult } from "./result";
import { followSections } from "./sections";
import { startTheme } from "./theme";

// The page is complete without this script: it only fills the empty slots (data-chart) of the static report.

function chart(slot: HTMLElement, result: GateResult): ComponentChild {
  switch (slot.dataset.chart) {
    case "finding": {
      const finding = result.findings[Number(slot.dataset.index)];
      return finding && <FindingGroups finding={finding} overall={result.overall} />;
    }
    case "explorer":
      return <Explorer frames={result.frames} overall={result.overall} />;
    case "disparities":
      return <Disparities frames={result.frames} task={result.policy.task} />;
    case "confusion":
      return result.confusion && <Confusion confusion={result.confusion} />;
    case "curves":
      return result.curves && <Curves curves={result.curves} data={result.data} threshold={result.model.threshold} />;
    case "importance":
      return result.importance && <Importance importance={result.importance} />;
    default:
      return null;
  }
}

function start(): void {
  document.documentElement.classList.add("js");
  startTheme();
  openForPrint();
  const json = document.getElementById("gate-result")?.textContent;
  if (!json) return;
  const result = JSON.parse(json) as GateResult;
  for (const slot of document.querySelectorAll<HTMLElement>("[data-chart]")) render(chart(slot, result), slot);
  followSections();
}

start();

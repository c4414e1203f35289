import { bound, number, words } from "../../format";
import { Figure } from "../../parts";
import { PlotView } from "../../plot";
import type { Finding, GroupFact, MetricFact } from "../../result";
import { type DotRow, type Reference, domainOf, dots } from "../../charts/dots";
import { GroupPicker, pick, useGroupPicker } from "../../charts/picker";
import { besides, judgedNumbers } from "./judged";

/**
 * A line that the groups of one level can be read against: the value that they are compared with, or the bound of the lowest or highest
 * group. Between groups the bound is on their ratio or difference, which has an interval of its own: it is drawn above, not here.
 */
function references(finding: Finding, groups: GroupFact[], overall: MetricFact[]): Reference[] {
  const compare = finding.compare;
  if (compare === "joint" || compare === "each") return [];
  if (compare === "group_min" || compare === "group_max") {
    const lines: Reference[] = [];
    if (finding.bound?.min != null) lines.push({ at: finding.bound.min, label: `at least ${bound(finding.bound.min)}` });
    if (finding.bound?.max != null) lines.push({ at: finding.bound.max, label: `at most ${bound(finding.bound.max)}` });
    return lines;
  }
  if (finding.method === "to_overall") {
    const all = overall.find((fact) => fact.metric === finding.group_metric)?.estimate;
    // What is known of all rows says nothing of a slice or of a level of them.
    return all == null || finding.control.length > 0 || finding.where !== null ? [] : [{ at: all, label: `all rows ${number(all)}` }];
  }
  if (finding.method === "to_reference") {
    const reference = groups.find((group) => group.label === finding.reference);
    return reference?.estimate == null ? [] : [{ at: reference.estimate, label: `reference ${number(reference.estimate)}` }];
  }
  return [];
}

function row(finding: Finding, group: GroupFact): DotRow {
  const name = group.control_level === null ? group.label : `${group.label} (${group.control_level})`;
  return { ...group, decides: !group.excluded && finding.decided_by === name };
}

/** What was judged, with its own interval against the bound: inside the shade is violated, outside is kept, across is not decided. */
export function Judgement({ finding }: { finding: Finding }) {
  const numbers = judgedNumbers(finding);
  if (numbers.length === 0) return null;
  return (
    <Figure note={besides(finding)}>
      {numbers.map((judged) => (
        <PlotView
          label={`${judged.title} with its interval against the bound: ${judged.lines.map((line) => line.label).join(", ")}.`}
          draw={(width) =>
            dots({ rows: [judged.row], references: judged.lines, axis: judged.title, domain: judged.domain, bare: true }, width)
          }
          on={[finding]}
        />
      ))}
    </Figure>
  );
}

/** The groups behind one finding: dots with intervals, one panel a control level. */
export function FindingGroups({ finding, overall }: { finding: Finding; overall: MetricFact[] }) {
  const picker = useGroupPicker();
  if (finding.groups.length === 0) return null;
  const levels = [...new Set(finding.groups.map((group) => group.control_level))];
  const panels = levels.map((level) => {
    const groups = finding.groups.filter((group) => group.control_level === level);
    const rows = groups.map((group) => row(finding, group));
    return { level, rows: pick(rows, picker), lines: references(finding, groups, overall) };
  });
  const domain = domainOf(
    panels.flatMap((panel) => panel.rows),
    panels.flatMap((panel) => panel.lines),
  );
  const axis = words(finding.group_metric ?? finding.metric);
  const notes = [
    panels.some((panel) => panel.rows.some((r) => r.decides)) && "Diamond: the group that decided the finding.",
    finding.groups.some((group) => group.excluded) && "Hollow: below the evidence floor, not judged.",
  ].filter(Boolean);
  return (
    <Figure title={`${axis} by ${finding.by.join(" × ")}`} note={notes.length > 0 && notes.join(" ")}>
      {finding.groups.length > 8 && <GroupPicker {...picker} />}
      {panels.map((panel) => (
        <>
          {panel.level !== null && (
            <p class="panel-title">
              <bdi>{panel.level}</bdi>
            </p>
          )}
          <PlotView
            label={
              `${axis} by ${finding.by.join(" and ")}${panel.level === null ? "" : `, ${panel.level}`}: ` +
              `one dot with its interval for each of ${panel.rows.length} groups. The numbers are in the table below.`
            }
            draw={(width) => dots({ rows: panel.rows, references: panel.lines, axis, domain, of: finding.by.join(" × ") }, width)}
            on={[finding, picker.order, picker.search]}
          />
        </>
      ))}
    </Figure>
  );
}

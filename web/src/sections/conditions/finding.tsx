import { number, words } from "../../format";
import { Figure } from "../../parts";
import { PlotView } from "../../plot";
import type { Finding, GroupFact, MetricFact } from "../../result";
import { type DotRow, type Reference, domainOf, dots } from "../../charts/dots";

/** Where the bound of a comparison lies among the groups of one level: 0.8 of the highest group, 0.1 below it, or the bound itself. */
function references(finding: Finding, groups: GroupFact[], overall: MetricFact[]): Reference[] {
  const bound = finding.bound;
  const measured = groups.flatMap((group) => (group.estimate === null || group.excluded ? [] : [group.estimate]));
  const compare = finding.compare;
  if (finding.method === "to_overall" && (compare === "difference" || compare === "ratio")) {
    const all = overall.find((fact) => fact.metric === finding.group_metric)?.estimate;
    // What is known of all rows says nothing of a slice or of a level of them.
    return all == null || finding.control.length > 0 || finding.where !== null ? [] : [{ at: all, label: `all rows ${number(all)}` }];
  }
  if (finding.method === "to_reference") {
    const reference = groups.find((group) => group.label === finding.reference);
    return reference?.estimate == null ? [] : [{ at: reference.estimate, label: `reference ${number(reference.estimate)}` }];
  }
  if (finding.method === "to_rest" || compare === "joint" || compare === "each") return [];
  if (!bound || measured.length === 0) return [];
  // Between groups there is nothing to compare with fewer than two.
  if ((compare === "ratio" || compare === "difference") && measured.length < 2) return [];
  const highest = Math.max(...measured);
  if (compare === "ratio")
    return bound.min === null || highest <= 0 ? [] : [{ at: bound.min * highest, label: `${bound.min} × highest`, bad: "below" }];
  if (compare === "difference")
    return bound.max === null ? [] : [{ at: highest - bound.max, label: `highest − ${bound.max}`, bad: "below" }];
  const lines: Reference[] = [];
  if (bound.min !== null) lines.push({ at: bound.min, label: `at least ${bound.min}`, bad: "below" });
  if (bound.max !== null) lines.push({ at: bound.max, label: `at most ${bound.max}`, bad: "above" });
  return lines;
}

function row(finding: Finding, group: GroupFact): DotRow {
  const name = group.control_level === null ? group.label : `${group.label} (${group.control_level})`;
  return { ...group, decides: !group.excluded && finding.decided_by === name };
}

/** The groups behind one finding: dots with intervals against the bound, one panel a control level. */
export function FindingGroups({ finding, overall }: { finding: Finding; overall: MetricFact[] }) {
  if (finding.groups.length === 0) return null;
  const levels = [...new Set(finding.groups.map((group) => group.control_level))];
  const panels = levels.map((level) => {
    const groups = finding.groups.filter((group) => group.control_level === level);
    return { level, rows: groups.map((group) => row(finding, group)), lines: references(finding, groups, overall) };
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
    <Figure note={notes.length > 0 && notes.join(" ")}>
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
            on={[finding]}
          />
        </>
      ))}
    </Figure>
  );
}

import type { ComponentChildren } from "preact";
import type { SeriesStyle } from "./palette";

/** A chart with its title, an explanation and the same numbers as a table. */
export function Figure({
  title,
  note,
  table,
  children,
}: {
  title?: string;
  note?: ComponentChildren;
  table?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <figure class="figure">
      {title && <figcaption>{title}</figcaption>}
      {children}
      {note && <p class="note">{note}</p>}
      {table && <Fold summary={`${title ?? "The chart"} as a table`}>{table}</Fold>}
    </figure>
  );
}

export function Fold({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

export interface Cell {
  text: string;
  numeric?: boolean;
}

export function Table({ caption, head, rows }: { caption: string; head: Cell[]; rows: string[][] }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={`Table: ${caption}`}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col" class={cell.numeric ? "number" : undefined}>
                {cell.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((text, i) =>
                i === 0 ? (
                  <th scope="row" class={head[i]?.numeric ? "number" : undefined}>
                    {text}
                  </th>
                ) : (
                  <td class={head[i]?.numeric ? "number" : undefined}>{text}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Select({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: string[];
  value: number;
  onChange: (index: number) => void;
}) {
  // The label holds its control: ids would not be unique, because each chart is a tree of its own.
  return (
    <label class="field">
      <span>{label}</span>
      <select value={String(value)} onChange={(event) => onChange(Number(event.currentTarget.value))}>
        {options.map((text, i) => (
          <option value={String(i)}>{text}</option>
        ))}
      </select>
    </label>
  );
}

export interface LegendEntry {
  label: string;
  style: SeriesStyle;
  thick?: boolean;
}

export function Legend({ entries }: { entries: LegendEntry[] }) {
  return (
    <ul class="legend">
      {entries.map((entry) => (
        <li>
          <svg width="28" height="10" aria-hidden="true" focusable="false">
            <line
              x1="1"
              x2="27"
              y1="5"
              y2="5"
              stroke={entry.style.color}
              stroke-width={entry.thick ? 3 : 2}
              stroke-dasharray={entry.style.dash}
            />
          </svg>
          <bdi>{entry.label}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** A label on one line, cut to what fits; the whole text stands in the table and in the tip. */
export function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ");
  const characters = [...line];
  return characters.length <= length ? line : `${characters.slice(0, Math.max(1, length - 1)).join("")}…`;
}

import { useState } from "preact/hooks";
import { Search } from "../../charts/picker";

/** Hides the rows of a table whose name does not hold what is searched. */
export function TableSearch({ rows }: { rows: () => Iterable<HTMLElement> | undefined }) {
  const [text, setText] = useState("");
  const show = (search: string): void => {
    setText(search);
    const wanted = search.trim().toLowerCase();
    for (const row of rows() ?? []) row.hidden = !(row.querySelector("th")?.textContent ?? "").toLowerCase().includes(wanted);
  };
  return (
    <div class="fields">
      <Search label="Metrics that contain" value={text} onChange={show} />
    </div>
  );
}

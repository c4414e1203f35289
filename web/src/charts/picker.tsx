import { useState } from "preact/hooks";
import { Select } from "../parts";
import type { DotRow } from "./dots";

const orders = ["Order of the data", "Lowest first", "Highest first", "Most rows first"];

export interface Picked {
  order: number;
  search: string;
}

/** All rows, in the order of the data. */
export const unpicked: Picked = { order: 0, search: "" };

export interface Picker extends Picked {
  setOrder: (order: number) => void;
  setSearch: (search: string) => void;
}

export function useGroupPicker(): Picker {
  const [order, setOrder] = useState(0);
  const [search, setSearch] = useState("");
  return { order, search, setOrder, setSearch };
}

/** The rows whose label holds what is searched, in the chosen order. */
export function pick(rows: DotRow[], { order, search }: Picked): DotRow[] {
  const wanted = search.trim().toLowerCase();
  const shown = wanted === "" ? [...rows] : rows.filter((row) => row.label.toLowerCase().includes(wanted));
  const value = (row: DotRow, missing: number): number => row.estimate ?? missing;
  if (order === 1) shown.sort((a, b) => value(a, Infinity) - value(b, Infinity));
  if (order === 2) shown.sort((a, b) => value(b, -Infinity) - value(a, -Infinity));
  if (order === 3) shown.sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  return shown;
}

/** Which groups are shown, and in which order. */
export function GroupPicker({ order, search, setOrder, setSearch }: Picker) {
  return (
    <div class="fields">
      <Search label="Groups that contain" value={search} onChange={setSearch} />
      <Select label="Order" options={orders} value={order} onChange={setOrder} />
    </div>
  );
}

export function Search({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="search" value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

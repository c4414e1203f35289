// Colours are variables of the style sheet (a set for light, one for dark; distinguishable by the colour-blind);
// dashes tell the series apart without colour.

export const maxSeries = 8;

export interface SeriesStyle {
  color: string;
  dash: string | undefined;
}

const dashes = [undefined, "7 3", "2 3", "9 3 2 3", "12 4", "4 2", "2 2 7 2", "1 4"];

export function seriesStyle(index: number): SeriesStyle {
  return { color: `var(--series-${index % maxSeries})`, dash: dashes[index % maxSeries] };
}

export const overallStyle: SeriesStyle = { color: "var(--ink)", dash: undefined };

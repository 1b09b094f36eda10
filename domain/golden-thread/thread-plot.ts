import { STATIONS, stationOf, type Station, type StrandBetween, type ThreadEnd } from "./thread.ts";

/** A place of the plot: `column` by its station, `row` from 0 at the top. */
export interface PlotPlace {
  readonly column: number;
  readonly row: number;
}

/** A stop where the plot draws it, `number` as the list beside it counts. */
export interface PlacedOnPlot<Stop extends ThreadEnd> extends PlotPlace {
  readonly stop: Stop;
  readonly number: number;
}

export interface ThreadPlot<Stop extends ThreadEnd> {
  /** Only stations that some stop stands at, in the order a thread runs. */
  readonly columns: readonly Station[];
  /** Places taken in each column, by stops and by strands that pass through. */
  readonly rows: readonly number[];
  readonly stops: readonly PlacedOnPlot<Stop>[];
  /** Numbers of the stops that each strand joins, and the places it passes through between them: never those of a stop. */
  readonly strands: readonly { readonly from: number; readonly to: number; readonly through: readonly PlotPlace[] }[];
}

/**
 * Lays strands out in columns by station. A strand that leaves a column out passes through a place of its own there, one for all that come
 * from the same stop, so that it never seems to touch what it has nothing to do with. Places of a column stand in the order of the mean row
 * of what they are joined to, swept forth, back and forth (Sugiyama, Tagawa and Toda, 1981), which keeps lines from crossing where they need not.
 */
export function layOutThread<Stop extends ThreadEnd>(strands: readonly StrandBetween<Stop>[]): ThreadPlot<Stop> {
  const stops = new Map<string, Stop>();
  for (const stop of strands.flatMap(({ from, to }) => [from, to])) if (!stops.has(keyOf(stop))) stops.set(keyOf(stop), stop);
  const columns = STATIONS.filter((station) => [...stops.values()].some(({ kind }) => stationOf(kind) === station));
  const columnOf = (stop: Stop): number => columns.indexOf(stationOf(stop.kind));
  const way = ({ from, to }: StrandBetween<Stop>): readonly string[] => {
    const between = Array.from({ length: columnOf(to) - columnOf(from) - 1 }, (_, index) => `${keyOf(from)} past ${columnOf(from) + 1 + index}`);
    return [keyOf(from), ...between, keyOf(to)];
  };
  const ways = strands.map(way);
  let places = columns.map((_, column) => [...new Set(ways.flatMap((keys, index) => keys.filter((_key, step) => columnOf(strands[index]?.from as Stop) + step === column)))]);
  const joined = new Set(ways.flatMap((keys) => keys.slice(1).map((key, index) => `${keys[index]} to ${key}`)));
  const sweep = (order: readonly string[], beside: readonly string[], isJoined: (key: string, other: string) => boolean): string[] => {
    const mean = (key: string): number => {
      const rows = beside.flatMap((other, row) => (isJoined(key, other) ? [row / Math.max(1, beside.length - 1)] : []));
      return rows.length === 0 ? 2 : rows.reduce((sum, row) => sum + row, 0) / rows.length;
    };
    return order.map((key, index) => ({ key, index, mean: mean(key) })).sort((one, other) => one.mean - other.mean || one.index - other.index).map(({ key }) => key);
  };
  for (const forth of [true, false, true]) {
    const next = [...places];
    const order = forth ? [...columns.keys()].slice(1) : [...columns.keys()].slice(0, -1).reverse();
    for (const column of order)
      next[column] = sweep(next[column] ?? [], next[forth ? column - 1 : column + 1] ?? [], (key, other) => joined.has(forth ? `${other} to ${key}` : `${key} to ${other}`));
    places = next;
  }
  const placed = places.flatMap((keys, column) => keys.flatMap((key, row) => (stops.has(key) ? [{ stop: stops.get(key) as Stop, column, row }] : []))).map((each, index) => ({ ...each, number: index + 1 }));
  const numberOf = (stop: Stop): number => placed.find((each) => keyOf(each.stop) === keyOf(stop))?.number ?? 0;
  return {
    columns,
    rows: places.map(({ length }) => length),
    stops: placed,
    strands: strands.map(({ from, to }, index) => ({
      from: numberOf(from),
      to: numberOf(to),
      through: (ways[index] ?? []).slice(1, -1).map((key, step) => ({ column: columnOf(from) + 1 + step, row: places[columnOf(from) + 1 + step]?.indexOf(key) ?? 0 })),
    })),
  };
}

const keyOf = ({ kind, id }: ThreadEnd): string => `${kind} ${id}`;

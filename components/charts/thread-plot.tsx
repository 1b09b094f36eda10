import { classNames } from "#components/styles/class-names.ts";

interface Place {
  readonly column: number;
  readonly row: number;
}

export interface PlottedStop extends Place {
  /** As the list beside it counts. */
  readonly number: number;
  readonly words: string;
  readonly lang?: string | undefined;
}

export interface ThreadPlotProps {
  /** The finding in a sentence; a table with the same numbers stands after it. */
  readonly label: string;
  /** What each column holds, from left to right. */
  readonly columns: readonly string[];
  /** Places taken in each column, by stops and by strands that pass through. */
  readonly rows: readonly number[];
  readonly stops: readonly PlottedStop[];
  /** Numbers of the stops that each strand joins, and the places it passes through between them. */
  readonly strands: readonly { readonly from: number; readonly to: number; readonly through: readonly Place[] }[];
}

interface Look {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly row: number;
  readonly radius: number;
  /** Letters to a line of a name; none where names do not fit. */
  readonly letters: number;
}

/** In the drawing's units, which are about a pixel each on the screen it is for. */
const WIDE: Look = { width: 1080, left: 22, right: 250, top: 64, row: 84, radius: 15, letters: 27 };
const NARROW: Look = { width: 340, left: 24, right: 24, top: 28, row: 52, radius: 15, letters: 0 };

/** Golden strands from column to column: with names where there is room, with numbers alone on phones. */
export function ThreadPlot(props: ThreadPlotProps) {
  return (
    <div className="plot" role="img" aria-label={props.label}>
      <Drawing {...props} look={WIDE} className="plot__wide" />
      <Drawing {...props} look={NARROW} className="plot__narrow" />
    </div>
  );
}

function Drawing({ columns, rows, stops, strands, look, className }: ThreadPlotProps & { readonly look: Look; readonly className: string }) {
  const { width, left, right, top, row, radius, letters } = look;
  const step = columns.length > 1 ? (width - left - right) / (columns.length - 1) : 0;
  const most = Math.max(...rows);
  // Each column fills the height, so that short columns stand opposite the middle of long ones.
  const place = ({ column, row: at }: Place): Point => ({ x: Math.round(left + column * step), y: Math.round(top + ((at + 0.5) * most * row) / (rows[column] ?? 1) - row / 2) });
  const ends = strands.flatMap(({ from, to, through }) => {
    const [one, other] = [stops.find(({ number }) => number === from), stops.find(({ number }) => number === to)];
    return one && other ? [curve([place(one), ...through.map(place), place(other)])] : [];
  });
  return (
    <svg className={classNames("plot__drawing", className)} viewBox={`0 0 ${width} ${top + most * row - (letters === 0 ? radius : 0)}`} aria-hidden="true" focusable="false">
      {ends.map((path, index) => (
        <path key={index} className="plot__edge" d={path} />
      ))}
      {ends.map((path, index) => (
        <path key={index} className="plot__strand" d={path} />
      ))}
      {letters === 0
        ? null
        : columns.map((words, column) => (
            <text key={words} className="plot__column" x={Math.round(left + column * step) - radius} y="22">
              {words}
            </text>
          ))}
      {stops.map((stop) => {
        const { x, y } = place(stop);
        return (
          <g key={stop.number}>
            <circle className="plot__stop" cx={x} cy={y} r={radius} />
            <text className="plot__number" x={x} y={y + 5} textAnchor="middle">
              {stop.number}
            </text>
            {letters === 0
              ? null
              : inLines(stop.words, letters).map((line, index) => (
                  <text key={index} className="plot__words" lang={stop.lang} x={x - radius} y={y + radius + 20 + index * 19}>
                    {line}
                  </text>
                ))}
          </g>
        );
      })}
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Through the points, level at each of them. */
function curve([first, ...rest]: readonly Point[]): string {
  let path = first ? `M${first.x} ${first.y}` : "";
  let before = first;
  for (const point of rest) {
    const middle = Math.round(((before?.x ?? point.x) + point.x) / 2);
    path += `C${middle} ${before?.y ?? point.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    before = point;
  }
  return path;
}

/** A name in at most two lines, cut at a word. */
export function inLines(words: string, letters: number): readonly string[] {
  const lines: string[] = [""];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else if (lines.length === 2) return [lines[0] ?? "", `${last}…`];
    else lines.push(word);
  }
  return lines.map((line) => (line.length > letters + 4 ? `${line.slice(0, letters)}…` : line));
}

import type { DrawnArea } from "./projection.ts";

/** Width of a letter and height of a line on a phone, in the drawing's units; both are smaller on wide screens. */
const LETTER = 10;
const LINE = 20;
/** From the middle of a line down to the foot of its letters. */
const FOOT = 6;

interface AreaLabelProps {
  readonly at: DrawnArea;
  readonly words: string;
  /** A second line in heavy type. */
  readonly strong?: string | undefined;
  /** The area is dark, so the words are white. */
  readonly dark?: boolean | undefined;
}

/** An area's name, broken into lines that fit, centred in it. */
export function AreaLabel({ at, words, strong, dark }: AreaLabelProps) {
  const lines = brokenToFit(words, at.room);
  const count = lines.length + (strong ? 1 : 0);
  const y = (line: number) => Math.round(at.y + (line - (count - 1) / 2) * LINE + FOOT);
  return (
    <text textAnchor="middle" className={dark ? "map__label map__label--dark" : "map__label"}>
      {lines.map((line, index) => (
        <tspan key={line} x={at.x} y={y(index)}>
          {line}
        </tspan>
      ))}
      {strong ? (
        <tspan x={at.x} y={y(lines.length)} fontWeight="800">
          {strong}
        </tspan>
      ) : null}
    </text>
  );
}

/** Words set in lines no wider than the room, where words allow. */
export function brokenToFit(words: string, room: number): string[] {
  return words.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + 1 + word.length) * LETTER <= room) return [...lines.slice(0, -1), `${last} ${word}`];
    return [...lines, word];
  }, []);
}

/** Whether words, broken into lines, fit in an area. */
export function fits(words: string, { room, tall }: Pick<DrawnArea, "room" | "tall">): boolean {
  const lines = brokenToFit(words, room);
  return lines.length * LINE <= tall && lines.every((line) => line.length * LETTER <= room);
}

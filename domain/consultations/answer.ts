import type { CivilDay } from "#domain/basics/london-time.ts";

export const MAP_SHAPES = ["point", "line", "area"] as const;
export type MapShape = (typeof MAP_SHAPES)[number];

/**
 * An answer as it is kept: only the parts of its question's type are there.
 * A question that was left out has no answer at all.
 */
export interface Answer {
  /** "I don't know"; then nothing else is there. */
  readonly dontKnow?: true;
  /** short-text, long-text. */
  readonly text?: string;
  /** single-choice, autocomplete, yes-no, likert: an option's code, `yes`, `no` or `other`. */
  readonly choice?: string;
  /** multiple-choice: options' codes in the survey's order. */
  readonly choices?: readonly string[];
  /** What was written beside "something else". */
  readonly other?: string;
  /** matrix: options' codes by row; of matrix-single one to each row. */
  readonly rows?: Readonly<Record<string, readonly string[]>>;
  /** ranking: options' codes, the first first. */
  readonly order?: readonly string[];
  /** number. */
  readonly number?: number;
  /** budget: points or whole pence by option; nothing where nothing was given. */
  readonly amounts?: Readonly<Record<string, number>>;
  /** date. */
  readonly date?: CivilDay;
  /** postcode, upper case without the space; dropped some time after the close. */
  readonly postcode?: string;
  /** The ward a postcode lies in, and whether it lies in the council at all. */
  readonly areaId?: string | null;
  readonly address?: { readonly line1: string; readonly line2: string; readonly town: string; readonly postcode: string };
  readonly contact?: { readonly name: string; readonly email: string; readonly phone: string };
  readonly organisation?: { readonly name: string; readonly role: string; readonly represents: string };
  /** file: what was sent, by its number in `response_files`. */
  readonly files?: readonly FileAnswer[];
  /** map: what was drawn, and the place in words. */
  readonly places?: readonly MapPlace[];
  readonly place?: string;
  /** consent. */
  readonly agreed?: boolean;
}

export interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** Something marked on a map. Longitude and latitude in degrees (WGS 84). */
export interface MapPlace {
  readonly shape: MapShape;
  readonly positions: readonly (readonly [number, number])[];
}

/** Answers by the code of their question. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

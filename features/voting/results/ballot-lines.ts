const [NEW_LINE, MINUS, NOUGHT, NINE, OPENS, CLOSES] = [10, 45, 48, 57, 91, 93];

/**
 * Reads ballots from lines of text that come in pieces: the first list of a line is its choices, the second, where there is one, their
 * points. Everything outside the lists is passed over, so that `[3,9] [4,1]` reads as `{"choices":[3,9],"points":[4,1]}` does.
 */
export class BallotLines {
  readonly #take: (choices: readonly number[], points: readonly number[] | null) => void;
  #lists: number[][] = [];
  #open = false;
  #digits = false;
  #negative = false;
  #number = 0;

  constructor(take: (choices: readonly number[], points: readonly number[] | null) => void) {
    this.#take = take;
  }

  /** Takes the next piece; hands on each ballot whose line is complete. Throws RangeError for a line without a list. */
  read(piece: Uint8Array): void {
    for (const byte of piece) {
      if (byte === NEW_LINE) this.#endLine();
      else if (!this.#open) {
        if (byte === OPENS) {
          this.#open = true;
          this.#lists.push([]);
        }
      } else if (byte >= NOUGHT && byte <= NINE) {
        this.#number = this.#number * 10 + byte - NOUGHT;
        this.#digits = true;
      } else if (byte === MINUS) this.#negative = true;
      else {
        if (this.#digits) this.#lists.at(-1)?.push(this.#negative ? -this.#number : this.#number);
        this.#digits = false;
        this.#negative = false;
        this.#number = 0;
        if (byte === CLOSES) this.#open = false;
      }
    }
  }

  #endLine(): void {
    const [choices, points = null] = this.#lists;
    if (choices === undefined || this.#open) throw new RangeError("A ballot that cannot be read");
    this.#lists = [];
    this.#take(choices, points);
  }
}

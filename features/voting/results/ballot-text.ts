const [MINUS, NOUGHT, NINE, SEMICOLON, OPENS, CLOSES] = [45, 48, 57, 59, 91, 93];

/**
 * Reads ballots out of text that comes in pieces. Each ends with a semicolon; its first list is its choices, its second, where there is
 * one, their points. Everything outside the lists is passed over, so that `[3,9] [4,1];` reads as `{"choices":[3,9],"points":[4,1]};` does.
 */
export class BallotText {
  readonly #take: (choices: readonly number[], points: readonly number[] | null) => void;
  readonly #lists: readonly [number[], number[]] = [[], []];
  /** Lists of this ballot that were begun. */
  #begun = 0;
  #open = false;
  #digits = false;
  #negative = false;
  #number = 0;

  /** `take` is given the same two lists for every ballot. */
  constructor(take: (choices: readonly number[], points: readonly number[] | null) => void) {
    this.#take = take;
  }

  /** Takes the next piece; hands on each ballot that is complete. Throws RangeError for a ballot without a list. */
  read(piece: Uint8Array): void {
    let number = this.#number;
    let digits = this.#digits;
    let open = this.#open;
    for (const byte of piece) {
      if (open && byte >= NOUGHT && byte <= NINE) {
        number = number * 10 + byte - NOUGHT;
        digits = true;
      } else if (open && byte === MINUS) this.#negative = true;
      else if (open) {
        if (digits) this.#lists[this.#begun === 1 ? 0 : 1].push(this.#negative ? -number : number);
        digits = false;
        number = 0;
        this.#negative = false;
        if (byte === CLOSES) open = false;
        else if (byte === SEMICOLON) throw new RangeError("A ballot that cannot be read");
      } else if (byte === OPENS) {
        open = true;
        this.#begun += 1;
      } else if (byte === SEMICOLON) this.#endBallot();
    }
    this.#number = number;
    this.#digits = digits;
    this.#open = open;
  }

  /** Throws RangeError where the text ends in the middle of a ballot. */
  end(): void {
    if (this.#open || this.#begun > 0) throw new RangeError("The ballots end in the middle of one");
  }

  #endBallot(): void {
    if (this.#begun < 1 || this.#begun > 2) throw new RangeError("A ballot that cannot be read");
    const [choices, points] = this.#lists;
    this.#take(choices, this.#begun === 2 ? points : null);
    this.#begun = 0;
    choices.length = 0;
    points.length = 0;
  }
}

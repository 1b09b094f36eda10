/** Cuts text, given in pieces, into lines (LF, CRLF or CR), dropping a byte order mark. The last line needs no end. */
export class TextLines {
  readonly #receive: (line: string, number: number) => void;
  #rest = "";
  #number = 0;
  #started = false;

  constructor(receive: (line: string, number: number) => void) {
    this.#receive = receive;
  }

  push(text: string): void {
    const whole = this.#rest + (this.#started || text === "" ? text : text.replace(/^\uFEFF/, ""));
    if (text !== "") this.#started = true;
    // A carriage return at the end may be the first half of CRLF.
    const held = whole.endsWith("\r") ? 1 : 0;
    const lines = whole.slice(0, whole.length - held).split(/\r\n|\r|\n/);
    this.#rest = (lines.pop() ?? "") + (held === 1 ? "\r" : "");
    for (const line of lines) this.#emit(line);
  }

  end(): void {
    const last = this.#rest.replace(/\r$/, "");
    if (last !== "") this.#emit(last);
    this.#rest = "";
  }

  #emit(line: string): void {
    this.#number += 1;
    this.#receive(line, this.#number);
  }
}

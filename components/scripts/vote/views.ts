import { fill } from "./words.ts";

/** What the page shows in place of the ballot, without leaving it. */
export type View = "ballot" | "check" | "receipt" | "moment";

/**
 * One page that shows the ballot, its check and its receipt in turn: each with its own heading, title and place in the browser's history,
 * and with focus on its heading, as if it had been loaded.
 */
export class Views {
  readonly #ballot: HTMLElement;
  readonly #other: HTMLElement;
  readonly #ballotTitle: string;
  readonly #tail: string;
  shown: View = "ballot";

  constructor(ballot: HTMLElement, other: HTMLElement) {
    this.#ballot = ballot;
    this.#other = other;
    this.#ballotTitle = this.#headingOf(ballot);
    // "Choose your projects – Have your say – Brackenshire Council"
    const at = document.title.indexOf(this.#ballotTitle);
    this.#tail = at === -1 ? ` – ${document.title}` : document.title.slice(at + this.#ballotTitle.length);
  }

  /** Shows the ballot again; `errorPrefix` where something in it is wrong. Focus goes to its heading unless a fault takes it. */
  showBallot(errorPrefix = "", focus: HTMLElement | null = null): void {
    this.#other.replaceChildren();
    this.#other.hidden = true;
    this.#ballot.hidden = false;
    this.shown = "ballot";
    this.#settle(fill("{prefix}{title}", { prefix: errorPrefix, title: this.#ballotTitle }), focus ?? this.#heading(this.#ballot));
  }

  /** Shows something else in the ballot's place. The ballot stays as it is, unseen. */
  show(view: Exclude<View, "ballot">, content: DocumentFragment): void {
    this.#other.replaceChildren(content);
    this.#ballot.hidden = true;
    this.#other.hidden = false;
    this.shown = view;
    this.#settle(this.#headingOf(this.#other), this.#heading(this.#other));
  }

  #settle(title: string, focus: HTMLElement | null): void {
    document.title = title + this.#tail;
    window.scrollTo(0, 0);
    if (!focus) return;
    if (focus.tabIndex < 0) focus.tabIndex = -1;
    focus.focus({ preventScroll: focus.tagName === "H1" });
  }

  #heading = (root: HTMLElement): HTMLElement | null => root.querySelector<HTMLElement>("h1");
  #headingOf = (root: HTMLElement): string => this.#heading(root)?.textContent?.trim() ?? "";
}

import { el } from "./recount/elements.ts";

/** What a visitor is told while a worker works for them. */
export interface LongWorkWords {
  readonly begun: string;
  /** Accessible name of the bar. */
  readonly progress: string;
  readonly stop: string;
  readonly stopped: string;
  readonly failed: string;
}

export interface LongWorkPlace {
  /** Address of the worker's script. */
  readonly worker: string;
  /** Where progress is told, in one line that is read out. */
  readonly says: HTMLElement;
  /** Where the answer will stand. */
  readonly shows: HTMLElement;
}

/** A worker's progress as the visitor sees it. */
export interface LongWork {
  /** `share`: how far it is, 0 to 1; null where nobody knows. */
  tell(words: string, share: number | null): void;
  /** Ends the worker and says so. */
  end(last: string): void;
}

/** Asks a worker something that takes a while: shows a line, a bar and a button that stops it, and hands on each answer. */
export function askWorker<Question, Answer>({ worker: address, says, shows }: LongWorkPlace, question: Question, words: LongWorkWords, heard: (answer: Answer, work: LongWork) => void): void {
  const worker = new Worker(address);
  const line = el("p", { role: "status" }, words.begun);
  const bar = el("progress", { class: "recount__bar", "aria-label": words.progress });
  const stop = el("button", { class: "btn btn--line", type: "button" }, words.stop);
  const work: LongWork = {
    tell(said, share) {
      if (share === null) bar.removeAttribute("value");
      else bar.value = share;
      line.textContent = said;
    },
    end(last) {
      worker.terminate();
      line.textContent = last;
      bar.remove();
      stop.remove();
    },
  };
  stop.addEventListener("click", () => work.end(words.stopped));
  worker.addEventListener("error", () => work.end(words.failed));
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => heard(data, work));
  shows.replaceChildren();
  says.replaceChildren(line, bar, stop);
  worker.postMessage(question);
}

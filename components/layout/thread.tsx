import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";

export interface ThreadStop {
  readonly state: "done" | "now" | "later";
  readonly title: ReactNode;
  /** When, and what came of it. */
  readonly note?: ReactNode;
}

export interface ThreadProps {
  readonly stops: readonly ThreadStop[];
  /** Hidden words after a title: "done" and "now". */
  readonly words: { readonly done: string; readonly now: string };
  /** Goes across from 62em up; for up to seven stops with short notes. */
  readonly across?: boolean | undefined;
}

/** One line with round stops: the phases of a vote, the stages of a transfer, the milestones of a project. */
export function Thread({ stops, words, across }: ThreadProps) {
  return (
    <ol className={classNames("thread", across && "thread--h")}>
      {stops.map(({ state, title, note }, index) => (
        <li key={index} className={state === "later" ? undefined : state} aria-current={state === "now" ? "step" : undefined}>
          <span className="thread__dot">
            {state === "done" ? (
              <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d="m5 12.500 4.500 4.500L19 7" />
              </svg>
            ) : null}
          </span>
          <p className="thread__t">
            {title}
            {state === "later" ? null : <span className="vh"> ({words[state]})</span>}
          </p>
          {note ? <p>{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}

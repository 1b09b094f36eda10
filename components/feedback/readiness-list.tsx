import type { ReactNode } from "react";

export type Readiness = "done" | "attention" | "notYet";

export interface ReadinessItem {
  readonly state: Readiness;
  readonly title: string;
  /** To the evidence, or to where it is put right. Nothing is green without a link to evidence. */
  readonly link: { readonly href: string; readonly text: string };
  readonly note: ReactNode;
}

export interface ReadinessListProps {
  readonly items: readonly ReadinessItem[];
  /** Hidden words after a title: "done", "needs attention", "not yet". */
  readonly words: Readonly<Record<Readiness, string>>;
  /** Hidden word between a link and what it is about: "for". */
  readonly about: string;
}

/** What must be in order before the next step: fairness checks, count checks. */
export function ReadinessList({ items, words, about }: ReadinessListProps) {
  return (
    <ul className="check">
      {items.map(({ state, title, link, note }) => (
        <li key={title}>
          <Mark state={state} />
          <span>
            <strong>{title}</strong>
            <span className="vh">: {words[state]}</span>
          </span>
          <a className="small" href={link.href}>
            {link.text}
            <span className="vh">
              {" "}
              {about} {title}
            </span>
          </a>
          <p>{note}</p>
        </li>
      ))}
    </ul>
  );
}

function Mark({ state }: { readonly state: Readiness }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {state === "done" ? (
        <>
          <circle cx="12" cy="12" r="11" fill="#15633d" />
          <path d="m7 12.500 3.500 3.500L17.500 8.500" fill="none" stroke="#fff" strokeWidth="2.600" strokeLinecap="round" strokeLinejoin="round" />
        </>
      ) : state === "attention" ? (
        <>
          <path d="M12 2 23.500 22H.5Z" fill="#ffb81f" stroke="#231526" strokeWidth="1.500" strokeLinejoin="round" />
          <path d="M12 9.500v5.500M12 18v.1" stroke="#231526" strokeWidth="2.600" strokeLinecap="round" />
        </>
      ) : (
        <circle cx="12" cy="12" r="10" fill="#fff" stroke="#85747f" strokeWidth="2" strokeDasharray="3.500 3" />
      )}
    </svg>
  );
}

import type { ReactNode } from "react";
import { Icon } from "#components/pictures/icon.tsx";

export interface CommentProps {
  /** For screen readers: "Comment by Jan W". */
  readonly label: string;
  readonly author: string;
  /** Such as a `Tag` that says who they are. */
  readonly tag?: ReactNode;
  /** When, and where they live. */
  readonly when: ReactNode;
  /** The words, in paragraphs. */
  readonly children: ReactNode;
  /** Links and buttons: reply, useful, report. See `CommentAction`. */
  readonly actions?: ReactNode;
  /** Replies to it, which are comments too and have none of their own. */
  readonly replies?: ReactNode;
  readonly lang?: string | undefined;
  readonly id?: string | undefined;
}

/** What somebody said. */
export function Comment({ label, author, tag, when, children, actions, replies, lang, id }: CommentProps) {
  return (
    <article className="com" aria-label={label} id={id}>
      <p className="com__h">
        <b>{author}</b>
        {tag}
        <span>{when}</span>
      </p>
      <div className="com__words" lang={lang}>
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
      {actions ? <div className="row">{actions}</div> : null}
      {replies}
    </article>
  );
}

/** A comment that was taken down: when, why, and the rules. */
export function RemovedComment({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <article className="com" aria-label={label}>
      <p className="muted">{children}</p>
    </article>
  );
}

export interface CommentActionProps {
  readonly icon?: "tick" | "flag" | undefined;
  readonly text: string;
  /** Hidden words that say which comment: "this comment by Jan W". */
  readonly about: string;
  /** A link; without it the action is a button of the form around it. */
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** Reply, Useful or Report. */
export function CommentAction({ icon, text, about, href, name, value, quiet }: CommentActionProps) {
  const face = (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span>
        {text}
        <span className="vh"> {about}</span>
      </span>
    </>
  );
  if (href !== undefined)
    return (
      <a href={href} className={quiet ? "muted" : undefined}>
        {face}
      </a>
    );
  return (
    <button type="submit" className="linkbtn" name={name} value={value}>
      {face}
    </button>
  );
}

/** Somebody's words, with who said them. */
export function Quote({ children, source }: { readonly children: ReactNode; readonly source: ReactNode }) {
  return (
    <blockquote className="quote">
      {children}
      <cite>{source}</cite>
    </blockquote>
  );
}

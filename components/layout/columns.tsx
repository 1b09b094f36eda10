import type { ReactNode } from "react";
import { classNames } from "#components/styles/class-names.ts";

export interface MainAndAsideProps {
  readonly children: ReactNode;
  /** Cards at the right on wide screens, below on phones. */
  readonly aside: ReactNode;
}

/** The page's main matter with a column of cards beside it. */
export function MainAndAside({ children, aside }: MainAndAsideProps) {
  return (
    <div className="grid g-main">
      <div className="stack-xl">{children}</div>
      <aside className="stack">{aside}</aside>
    </div>
  );
}

export interface GridProps {
  /** Columns from 48em up; one below. */
  readonly columns: 1 | 2 | 3 | 4;
  /** A list when its items are alike; the children are then `<li>`. */
  readonly list?: "ordered" | "unordered" | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Equal columns. */
export function Grid({ columns, list, className, children }: GridProps) {
  const names = classNames("grid", columns > 1 && `g${columns}`, list && "plain", className);
  if (list === "ordered") return <ol className={names}>{children}</ol>;
  if (list === "unordered") return <ul className={names}>{children}</ul>;
  return <div className={names}>{children}</div>;
}

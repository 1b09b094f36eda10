import type { ReactNode } from "react";
import { RingMark } from "#components/pictures/ring-mark.tsx";

export interface EmptyStateProps {
  /** What is missing: "No comments yet". */
  readonly title: ReactNode;
  readonly level?: 2 | 3 | undefined;
  readonly children?: ReactNode;
  /** One way on. */
  readonly action?: ReactNode;
}

/** A place where something will be. */
export function EmptyState({ title, level = 3, children, action }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <RingMark size={64} />
      <Heading className="h3">{title}</Heading>
      {children ? <p className="muted">{children}</p> : null}
      {action}
    </div>
  );
}

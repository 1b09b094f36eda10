import type { ReactNode } from "react";

export interface TaskListProps {
  /** Soonest first. */
  readonly tasks: readonly {
    readonly href: string;
    readonly title: ReactNode;
    readonly note?: ReactNode;
    /** When it is due, as a `Tag`. */
    readonly tag?: ReactNode;
  }[];
}

/** What is to be done. */
export function TaskList({ tasks }: TaskListProps) {
  return (
    <ul className="tasks">
      {tasks.map(({ href, title, note, tag }, index) => (
        <li key={index}>
          <div>
            <a href={href}>{title}</a>
            {note ? <p>{note}</p> : null}
          </div>
          {tag}
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from "react";

export interface NumberedStepsProps {
  readonly steps: readonly { readonly title: ReactNode; readonly words: ReactNode }[];
}

/** How something works, in a few numbered steps. */
export function NumberedSteps({ steps }: NumberedStepsProps) {
  return (
    <ol className="plain steps">
      {steps.map(({ title, words }, index) => (
        <li key={index}>
          <span className="badge-n" aria-hidden="true">
            {index + 1}
          </span>
          <h3>{title}</h3>
          <p>{words}</p>
        </li>
      ))}
    </ol>
  );
}

import type { ReactNode } from "react";
import { Icon } from "#components/pictures/icon.tsx";

export interface WeAskedProps {
  /** What it is about, for screen readers: "Library opening hours". */
  readonly label: string;
  readonly level?: 2 | 3 | undefined;
  /** Titles and words of the three parts: we asked, you said, we did. */
  readonly asked: { readonly title: string; readonly words: ReactNode };
  readonly said: { readonly title: string; readonly words: ReactNode };
  readonly did: { readonly title: string; readonly words: ReactNode };
}

/** We asked, you said, we did. */
export function WeAsked({ label, level = 3, asked, said, did }: WeAskedProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="wsd" aria-label={label}>
      <div>
        <Heading>{asked.title}</Heading>
        <Paragraphs>{asked.words}</Paragraphs>
      </div>
      <div>
        <Heading>{said.title}</Heading>
        <Paragraphs>{said.words}</Paragraphs>
      </div>
      <div>
        <Heading>
          <Icon name="tick" />
          {did.title}
        </Heading>
        <Paragraphs>{did.words}</Paragraphs>
      </div>
    </article>
  );
}

function Paragraphs({ children }: { readonly children: ReactNode }) {
  return typeof children === "string" ? <p>{children}</p> : children;
}

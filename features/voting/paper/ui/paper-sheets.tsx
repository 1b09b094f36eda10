import { shownPaperNumber } from "#domain/voting/paper/paper-number.ts";
import type { PaperLine, WordsOfPaper } from "#features/voting/paper/words-of-paper.ts";
import { classNames } from "#components/styles/class-names.ts";

interface PaperSheetsProps {
  readonly batch: string;
  readonly letters: string;
  readonly numbers: readonly number[];
  readonly words: WordsOfPaper;
  readonly edition: "standard" | "large" | "easy";
  /** The square code of a number, as runs of dark squares. */
  readonly squares: (number: string) => { readonly size: number; readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[] };
}

/** The papers of a batch as a page to be printed, each on a sheet of its own. */
export function PaperSheets({ batch, letters, numbers, words, edition, squares }: PaperSheetsProps) {
  return numbers.map((each) => {
    const number = shownPaperNumber({ place: letters, number: each });
    return (
      <section key={number} className={classNames("bpaper", edition !== "standard" && `bpaper--${edition}`)} aria-label={number}>
        <div className="bpaper__head">
          <div>
            <Lines of={words.council} strong />
            <Lines of={words.official} />
          </div>
          <p className="bpaper__no">
            {label(words.number)} <strong>{number}</strong> {label(words.batch)} {batch}
          </p>
          <Qr {...squares(number)} label={`${batch}, ${number}`} />
        </div>
        <Lines of={words.vote} />
        <h2>
          <Lines of={words.question} inline />
        </h2>
        {words.instructions.map(({ lang, steps, sentences }) => (
          <div key={lang} lang={lang} className="bpaper__how">
            {steps.length > 0 ? (
              <ol>
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            ) : null}
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        ))}
        <ol className="bpaper__list">
          {words.boxes.map(({ box, title, cost }) => (
            <li key={box}>
              <span className="num">{box}</span>
              <span>
                <Lines of={title} strong />
                <Lines of={cost} />
              </span>
              <span className="bpaper__box" aria-hidden="true" />
            </li>
          ))}
        </ol>
      </section>
    );
  });
}

const label = (lines: readonly PaperLine[]): string => lines.map(({ text }) => text).join(" / ");

function Lines({ of, strong, inline }: { readonly of: readonly PaperLine[]; readonly strong?: boolean; readonly inline?: boolean }) {
  return of.map(({ text, lang }) => {
    const words = strong ? <strong>{text}</strong> : text;
    return inline ? (
      <span key={lang} lang={lang} className="bpaper__line">
        {words}
      </span>
    ) : (
      <p key={lang} lang={lang}>
        {words}
      </p>
    );
  });
}

function Qr({ size, runs, label: name }: ReturnType<PaperSheetsProps["squares"]> & { readonly label: string }) {
  return (
    <svg className="bpaper__qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={name} shapeRendering="crispEdges">
      <path fill="#000" d={runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join("")} />
    </svg>
  );
}

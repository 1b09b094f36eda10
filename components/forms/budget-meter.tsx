import type { ReactNode } from "react";
import { percentage } from "#components/charts/bar.tsx";
import { Button } from "./button.tsx";

/** Words with a figure in them. The figure is given again, so that it alone can be replaced as boxes are ticked. */
export interface LiveWords {
  /** "£38,000 left", and the words around the figure once and for all: see `MeterWords`. */
  readonly text: string;
  /** The figure as it stands in the text: "£38,000". */
  readonly figure: string;
}

export interface BudgetMeterProps {
  /** What the region is called: "Your ballot so far". */
  readonly label: string;
  /** Money left, or how much too much. */
  readonly left: LiveWords;
  /** "£82,000 of £120,000 chosen", with the first figure. */
  readonly chosen: LiveWords;
  /** Share of the pot that is chosen; above 100 the bar is hatched. */
  readonly percent: number;
  readonly update: { readonly text: string; readonly formAction?: string | undefined; readonly name: string; readonly value: string };
  readonly check: string;
  /** For the script: the pot in pence or the points to share out, and the sentences it says, with {amount} in place of the figure. */
  readonly script?: { readonly potPence?: number; readonly points?: number; readonly left: string; readonly tooMuch: string } | undefined;
}

/**
 * What is left of the pot, always in view at the foot of a ballot. It works in three layers: the server's
 * figures after "Update total"; in recent browsers figures added up by the ballot's own stylesheet (see
 * `meterStylesheet`, whose form has class "ballot"); and with the script `meter`, said aloud.
 */
export function BudgetMeter({ label, left, chosen, percent, update, check, script }: BudgetMeterProps) {
  return (
    <div className="meter" role="region" aria-label={label} data-pot={script?.potPence} data-points={script?.points}>
      <div>
        <div className="meter__top">
          <span className="meter__left">
            <Words live="live--left" words={left} whole />
          </span>
          <span className="meter__of">
            <Words live="live--of" words={chosen} />
          </span>
        </div>
        <svg className="meter__track" width="100%" aria-hidden="true" focusable="false">
          <pattern id="meter-over" width="18" height="18" patternUnits="userSpaceOnUse" patternTransform="rotate(25)">
            <rect width="18" height="18" fill="#c4472c" />
            <rect width="10" height="18" fill="#ffb81f" />
          </pattern>
          <rect className="meter__fill" width={percentage(percent)} height="100%" />
          <rect className="meter__over" width="100%" height="100%" fill="url(#meter-over)" opacity={percent > 100 ? 1 : 0} />
        </svg>
      </div>
      <div className="btns">
        <Button look="ghost" name={update.name} value={update.value} formAction={update.formAction}>
          {update.text}
        </Button>
        <Button look="gold" forward>
          {check}
        </Button>
      </div>
      {script ? <p className="vh" role="status" data-meter-says="" data-left={script.left} data-too-much={script.tooMuch} /> : null}
    </div>
  );
}

export interface CountMeterProps {
  readonly label: string;
  /** "Projects you support: 6". The wording must hold for any number, as the browser changes only the figure. */
  readonly counted: LiveWords;
  /** "out of 14 in Millbrook". */
  readonly of: ReactNode;
  readonly check: string;
}

/** The same place on a ballot without a limit: how many are ticked. Its form has classes "ballot ballot--count". */
export function CountMeter({ label, counted, of, check }: CountMeterProps) {
  return (
    <div className="meter" role="region" aria-label={label}>
      <div>
        <div className="meter__top">
          <span className="meter__left">
            <Words live="live--count" words={counted} />
          </span>
          <span className="meter__of">{of}</span>
        </div>
      </div>
      <div className="btns">
        <Button look="gold" forward>
          {check}
        </Button>
      </div>
    </div>
  );
}

/** The text with its figure, or the whole of it, set apart for the stylesheet to replace. */
function Words({ live, words, whole }: { readonly live: string; readonly words: LiveWords; readonly whole?: boolean }) {
  const at = whole ? -1 : words.text.indexOf(words.figure);
  if (at === -1)
    return (
      <span className={`live ${live}`}>
        <span>{words.text}</span>
      </span>
    );
  return (
    <>
      {words.text.slice(0, at)}
      <span className={`live ${live}`}>
        <span>{words.figure}</span>
      </span>
      {words.text.slice(at + words.figure.length)}
    </>
  );
}

import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { electionBlocks, type Block } from "#components/count-sheets/election-blocks.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import type { ContestCounted } from "#features/elections/results/queries.ts";
import { BlockOf } from "#features/voting/count-sheets/ui/election-sheet.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OfficesTable } from "./offices-table.tsx";

interface ResultEveningProps {
  readonly locale: Locale;
  readonly election: BilingualText;
  readonly counted: ContestCounted;
}

/** The blocks of a count from one step to the next; what comes before the first step begins the first. */
export function stepsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const steps: Block[][] = [];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 2 && steps.length > 0) break;
    if (steps.length === 0 || (block.kind === "heading" && block.level === 3)) steps.push([]);
    if (!(block.kind === "heading" && block.level === 2)) steps.at(-1)?.push(block);
  }
  return steps.filter((step) => step.length > 0);
}

/**
 * The count for a hall: each step on a screen of its own, shown when a key is pressed. Everything is in the page, so that it needs no
 * connection once it is open. Without the script the steps stand one after the other.
 */
export function ResultEvening({ locale, election, counted }: ResultEveningProps) {
  const { elections, countSheets } = messages(locale);
  const t = elections.evening;
  const f = format(locale);
  const name = (id: string) => textIn(counted.names.get(id) ?? { en: id, cy: id }, locale).text;
  const steps = stepsOf(electionBlocks(counted.sheet.outcome, { t: countSheets, f, name }));
  const all = steps.length + 1;
  return (
    <div className="stack-xl" data-evening="">
      <PageHead title={t.title({ election: textIn(election, locale).text })} />
      <p className="lead" data-evening-plain="">
        {t.plain}
      </p>
      {steps.map((blocks, at) => (
        <section key={at} className="evening stack" data-evening-step="" aria-label={t.at({ at: f.number(at + 1), of: f.number(all) })}>
          {blocks.map((block, index) => (
            <BlockOf key={index} block={block} />
          ))}
        </section>
      ))}
      <section className="evening stack" data-evening-step="" aria-label={t.at({ at: f.number(all), of: f.number(all) })}>
        <h2>{t.end}</h2>
        <OfficesTable locale={locale} offices={counted.offices} />
      </section>
      <div className="evening__bar noprint" data-evening-bar="" hidden>
        <button type="button" className="btn btn--line" data-evening-back="">
          {t.back}
        </button>
        <p role="status" data-evening-at={t.at({ at: "{at}", of: f.number(all) })} />
        <button type="button" className="btn" data-evening-next="">
          {t.next}
        </button>
      </div>
      <p className="small muted noprint" data-evening-lead="" hidden>
        {t.lead}
      </p>
    </div>
  );
}

import { smallestMargin } from "#domain/voting/results/smallest-margin.ts";
import { Section } from "#components/layout/section.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { counted, type ResultParts } from "./options-to-show.ts";

export interface HowCloseProps {
  readonly parts: ResultParts;
  /** Voters who were given another ballot because they had lost the key of the first. */
  readonly reissues: number;
}

/** By how many ballots the result stands, and whether ballots that were given out again could have changed it. */
export function HowClose({ parts, reissues }: HowCloseProps) {
  const { locale, sheet, hasPoints } = parts;
  const t = messages(locale).results.close;
  const f = format(locale);
  const margin = smallestMargin(sheet, hasPoints);
  if (margin === null && reissues === 0) return null;
  return (
    <Section id="close" title={t.title} prose>
      <p>{margin === null ? t.unknown : t.margin(counted(f, margin))}</p>
      {reissues === 0 ? null : (
        <p>
          {messages(locale).reissues.result(counted(f, reissues))} {margin === null ? t.mayBe : reissues < margin ? t.same : t.mayHaveChanged}
        </p>
      )}
    </Section>
  );
}

/** The same in two lines for a sheet. */
export function closenessRows({ parts: { locale, sheet, hasPoints }, reissues }: HowCloseProps): readonly { readonly term: string; readonly answer: string }[] {
  const t = messages(locale).results.close;
  const f = format(locale);
  const margin = smallestMargin(sheet, hasPoints);
  return [
    { term: t.reissued, answer: f.number(reissues) },
    { term: t.smallest, answer: margin === null ? t.notByThisRule : t.ballots(counted(f, margin)) },
  ];
}

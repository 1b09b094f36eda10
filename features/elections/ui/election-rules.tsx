import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { ElectionInView } from "#features/elections/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface ElectionRulesShownProps {
  readonly locale: Locale;
  readonly election: Pick<ElectionInView, "offices" | "rule" | "candidateMinAge" | "candidateMaxAge" | "nominators" | "spendingPence" | "conduct">;
  /** Who may vote, in words. */
  readonly who: string;
}

/** The rules of an election as everybody reads them. */
export function ElectionRulesShown({ locale, election, who }: ElectionRulesShownProps) {
  const t = messages(locale).elections;
  const conduct = textIn(election.conduct, locale);
  return (
    <SummaryList
      rows={[
        {
          term: t.public.offices,
          answer: (
            <div className="stack-s">
              <ol>
                {election.offices.map(({ name, places }, at) => (
                  <li key={at}>{t.places({ office: textIn(name, locale).text, places })}</li>
                ))}
              </ol>
              {election.offices.length > 1 ? <p className="small muted">{t.public.officesNote}</p> : null}
            </div>
          ),
        },
        { term: t.public.who, answer: who },
        {
          term: t.public.how,
          answer: (
            <>
              <strong>{t.rules[election.rule].name}.</strong> {t.rules[election.rule].how}
            </>
          ),
        },
        {
          term: t.desk.candidates,
          answer: [
            t.public.ages({ from: election.candidateMinAge, to: election.candidateMaxAge }),
            ...(election.nominators > 0 ? [t.public.nominators({ count: election.nominators })] : []),
            ...(election.spendingPence > 0 ? [t.public.spending({ limit: format(locale).money(election.spendingPence) })] : []),
          ].join(" "),
        },
        ...(conduct.text === ""
          ? []
          : [
              {
                term: t.public.conduct,
                answer: (
                  <div lang={conduct.lang === locale ? undefined : conduct.lang}>
                    {conduct.text.split("\n").map((line, at) => (
                      <p key={at}>{line}</p>
                    ))}
                  </div>
                ),
              },
            ]),
      ]}
    />
  );
}

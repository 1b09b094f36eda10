import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { Tag } from "#components/feedback/tag.tsx";
import { Card } from "#components/layout/card.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { counted } from "./options-to-show.ts";
import type { WaitingState } from "./waiting-page.tsx";

export interface ResultsIndexProps {
  readonly locale: Locale;
  readonly voteAddress: string;
  readonly title: BilingualText;
  readonly pots: readonly {
    readonly slug: string;
    readonly name: BilingualText;
    /** Null until its result is declared. */
    readonly declared: { readonly winners: number; readonly spentPence: number; readonly budgetPence: number; readonly ballots: number } | null;
    readonly waiting: WaitingState;
  }[];
}

/** The results of every pot of a vote, each in two lines. */
export function ResultsIndex({ locale, voteAddress, title, pots }: ResultsIndexProps) {
  const t = messages(locale).results;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <PageHead title={t.index.title({ vote: textIn(title, locale).text })} lead={pots.every(({ declared }) => declared === null) ? t.index.leadNone : pots.length > 1 ? t.index.lead : t.index.leadOne} />
      <Grid columns={2} list="unordered">
        {pots.map(({ slug, name, declared, waiting }) => (
          <li key={slug}>
            <Card title={textIn(name, locale).text}>
              {declared ? (
                <>
                  <p>{t.index.summary({ winners: counted(f, declared.winners), spent: f.money(declared.spentPence), pot: f.money(declared.budgetPence) })}</p>
                  <p>{t.index.voted(counted(f, declared.ballots))}</p>
                </>
              ) : (
                <p>
                  <Tag kind="notYet">{t.waiting[waiting].tag}</Tag>
                </p>
              )}
              <p>
                <a href={`${voteAddress}/results/${slug}`}>
                  {declared ? t.index.see : t.index.when}
                  <span className="vh">: {textIn(name, locale).text}</span>
                </a>
              </p>
            </Card>
          </li>
        ))}
      </Grid>
    </div>
  );
}

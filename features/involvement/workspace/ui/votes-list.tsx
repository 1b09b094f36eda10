import type { Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import type { EngagementOnDesk } from "#features/involvement/workspace/queries.ts";
import { messages } from "#i18n/messages.ts";
import { VotesTable } from "./votes-table.tsx";

interface VotesListProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly votes: readonly EngagementOnDesk[];
  readonly mayStart: boolean;
  readonly now: Date;
}

/** Every vote of the council. */
export function VotesList({ locale, desk, votes, mayStart, now }: VotesListProps) {
  const t = messages(locale).workspace.list;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      {mayStart ? (
        <ButtonRow>
          <ButtonLink href={`${desk}/votes/start`}>{t.start}</ButtonLink>
          <ButtonLink look="line" href={`${desk}/votes/import`}>
            {t.import}
          </ButtonLink>
        </ButtonRow>
      ) : null}
      {votes.length === 0 ? <EmptyState level={2} title={t.none}>{t.noneMore}</EmptyState> : <VotesTable locale={locale} desk={desk} caption={t.title} votes={votes} now={now} />}
    </div>
  );
}

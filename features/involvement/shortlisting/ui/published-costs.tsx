import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { ReviewedProposal } from "#features/budgeting/feasibility/queries.ts";
import { costWords } from "#features/budgeting/feasibility/ui/review-tags.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface PublishedCostsProps {
  readonly locale: Locale;
  readonly title: string;
  /** Address of the programme's page. */
  readonly programmeAt: string;
  /** Null while costs are not published. */
  readonly proposals: readonly ReviewedProposal[] | null;
}

/** Every proposal that was checked, with what it costs; and why some cannot be done or are not on the ballot. */
export function PublishedCosts({ locale, title, programmeAt, proposals }: PublishedCostsProps) {
  const t = messages(locale).shortlisting.published;
  const f = format(locale);
  const words = (text: ReviewedProposal["title"]) => textIn(text, locale).text;
  const head = <PageHead kicker={title} title={t.title} lead={t.lead} />;
  if (proposals === null || proposals.length === 0)
    return (
      <div className="stack-l">
        {head}
        <EmptyState level={2} title={t.none} action={<a href={programmeAt}>{messages(locale).programme.page.whereNow}</a>}>
          {t.noneMore}
        </EmptyState>
      </div>
    );
  const possible = proposals.filter(({ state }) => ["feasible", "shortlisted", "on-ballot"].includes(state));
  const refused = [
    { id: "cannot", title: t.cannot, rows: proposals.filter(({ state }) => state === "not-feasible") },
    { id: "passed-over", title: t.passedOver, rows: proposals.filter(({ state }) => state === "not-shortlisted") },
  ];
  return (
    <div className="stack-l">
      {head}
      {possible.length === 0 ? null : (
        <Section id="can" title={t.canBeDone}>
          <DataTable
            caption={t.canBeDone}
            captionLook="hidden"
            stack
            rows={possible}
            rowKey={({ ideaId }) => ideaId}
            columns={[
              {
                key: "proposal",
                header: t.proposal,
                cell: (proposal) => (
                  <>
                    {words(proposal.title)} {proposal.state === "on-ballot" ? <Tag kind="good">{t.onBallot}</Tag> : null}
                  </>
                ),
              },
              { key: "cost", header: t.cost, numeric: true, cell: (proposal) => costWords(locale, proposal) },
              { key: "running", header: t.running, numeric: true, cell: ({ runningPence }) => (runningPence === null ? "–" : f.money(runningPence)) },
            ]}
          />
        </Section>
      )}
      {refused
        .filter(({ rows }) => rows.length > 0)
        .map(({ id, title: of, rows }) => (
          <Section key={id} id={id} title={of}>
            <DataTable
              caption={of}
              captionLook="hidden"
              stack
              rows={rows}
              rowKey={({ ideaId }) => ideaId}
              columns={[
                { key: "proposal", header: t.proposal, cell: (proposal) => words(proposal.title) },
                { key: "reason", header: t.reason, cell: ({ reason }) => words(reason) },
              ]}
            />
          </Section>
        ))}
    </div>
  );
}

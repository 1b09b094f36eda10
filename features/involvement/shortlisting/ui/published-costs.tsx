import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { ReviewedProposal, VersionInView } from "#features/budgeting/feasibility/queries.ts";
import { costWords } from "#features/budgeting/feasibility/ui/review-tags.tsx";
import type { ShortlistInView } from "#features/involvement/shortlisting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** Somebody has decided whether it can be done. */
const CHECKED_STATES: readonly IdeaState[] = ["feasible", "not-feasible", "shortlisted", "not-shortlisted", "on-ballot"];

export interface PublishedCostsProps {
  readonly locale: Locale;
  readonly title: string;
  /** Address of the programme's page. */
  readonly programmeAt: string;
  /** Null while costs are not published. */
  readonly proposals: readonly ReviewedProposal[] | null;
  /** Good, better and best of each proposal that has them. */
  readonly versions: ReadonlyMap<string, readonly VersionInView[]>;
  /** How the ballots were filled; null where they are not yet. */
  readonly made: string | null;
}

/** Every proposal that was checked, with what it costs; and why some cannot be done or are not on the ballot. */
export function PublishedCosts({ locale, title, programmeAt, proposals, versions, made }: PublishedCostsProps) {
  const t = messages(locale).shortlisting.published;
  const f = format(locale);
  const words = (text: ReviewedProposal["title"]) => textIn(text, locale).text;
  const onBallot = ({ ideaId, ballotGrade }: ReviewedProposal) => versions.get(ideaId)?.find(({ grade }) => grade === ballotGrade);
  const head = (
    <PageHead kicker={title} title={t.title} lead={t.lead}>
      {made === null ? null : (
        <p>
          <a href={made}>{messages(locale).shortlisting.made.link}</a>
        </p>
      )}
    </PageHead>
  );
  const checked = (proposals ?? []).filter(({ state }) => CHECKED_STATES.includes(state));
  if (proposals === null || checked.length === 0)
    return (
      <div className="stack-l">
        {head}
        <EmptyState level={2} title={proposals === null ? t.none : t.noneChecked} action={<a href={programmeAt}>{messages(locale).programme.page.whereNow}</a>}>
          {proposals === null ? t.noneMore : t.noneCheckedMore}
        </EmptyState>
      </div>
    );
  const possible = checked.filter(({ state }) => ["feasible", "shortlisted", "on-ballot"].includes(state));
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
                    <VersionWords locale={locale} version={onBallot(proposal)} />
                  </>
                ),
              },
              { key: "cost", header: t.cost, numeric: true, cell: (proposal) => costOnBallot(locale, proposal, onBallot(proposal)) },
              {
                key: "running",
                header: t.running,
                numeric: true,
                cell: (proposal) => {
                  const { runningPence } = onBallot(proposal) ?? proposal;
                  return runningPence === null ? "–" : f.money(runningPence);
                },
              },
            ]}
          />
        </Section>
      )}
      <Reasons locale={locale} id="cannot" title={t.cannot} proposals={checked.filter(({ state }) => state === "not-feasible")} />
      <Reasons locale={locale} id="passed-over" title={t.passedOver} proposals={checked.filter(({ state }) => state === "not-shortlisted")} />
    </div>
  );
}

/** What the ballot shows, which may differ from what was found out; else as it was costed. */
const costOnBallot = (locale: Locale, proposal: ReviewedProposal, version: VersionInView | undefined): string => {
  const pence = proposal.ballotPence ?? version?.costPence;
  return pence === undefined ? costWords(locale, proposal) : format(locale).money(pence);
};

/** Which version stands on the ballot, and what is done of it. */
function VersionWords({ locale, version }: { readonly locale: Locale; readonly version: VersionInView | undefined }) {
  if (version === undefined) return null;
  const { feasibility, shortlisting } = messages(locale);
  return <span className="small muted block">{shortlisting.versionWords({ grade: feasibility.one.grades[version.grade], what: textIn(version.what, locale).text })}</span>;
}

/** Proposals that are not on a ballot, each with why. */
function Reasons({ locale, id, title, proposals }: { readonly locale: Locale; readonly id: string; readonly title: string; readonly proposals: readonly ReviewedProposal[] }) {
  const t = messages(locale).shortlisting.published;
  if (proposals.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <DataTable
        caption={title}
        captionLook="hidden"
        stack
        rows={proposals}
        rowKey={({ ideaId }) => ideaId}
        columns={[
          { key: "proposal", header: t.proposal, cell: (proposal) => textIn(proposal.title, locale).text },
          { key: "reason", header: t.reason, cell: ({ reason }) => textIn(reason, locale).text },
        ]}
      />
    </Section>
  );
}

export interface ShortlistMadeProps {
  readonly locale: Locale;
  readonly title: string;
  /** Each time that ballots were filled, the latest first. */
  readonly rounds: readonly ShortlistInView[];
  readonly proposals: readonly ReviewedProposal[];
  readonly versions: PublishedCostsProps["versions"];
  /** Whether residents may read what proposals cost yet. */
  readonly costsPublic: boolean;
}

/** By which criteria proposals came on the ballots, which did, and why the others did not. */
export function ShortlistMade({ locale, title, rounds, proposals, versions, costsPublic }: ShortlistMadeProps) {
  const { made: t, published } = messages(locale).shortlisting;
  const f = format(locale);
  const listed = proposals.filter(({ state }) => state === "on-ballot");
  const versionOf = ({ ideaId, ballotGrade }: ReviewedProposal) => versions.get(ideaId)?.find(({ grade }) => grade === ballotGrade);
  const titleOf = (ideaId: string) => proposals.find((each) => each.ideaId === ideaId)?.title;
  return (
    <div className="stack-l">
      <PageHead kicker={title} title={t.title} lead={t.lead} />
      {rounds.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : null}
      {rounds.map(({ criteria: { fewestSupports, most, mostPence, balanced }, departed, departure, decidedAt }, at) => (
        <Section key={decidedAt.toISOString()} id={`round-${at + 1}`} title={t.criteria({ date: f.date(decidedAt) })} prose>
          <ul>
            <li>{t.possible}</li>
            <li>{t.fewest({ count: fewestSupports, shown: f.number(fewestSupports) })}</li>
            <li>{t.most({ count: most, shown: f.number(most) })}</li>
            {mostPence === null ? null : <li>{t.mostCost({ cost: f.money(mostPence) })}</li>}
            <li>{balanced ? t.balanced : t.notBalanced}</li>
            <li>{t.excluded}</li>
          </ul>
          {departed.length === 0 ? (
            <p>{t.kept}</p>
          ) : (
            <>
              <p>{t.otherwise({ titles: f.list(departed.flatMap((id) => titleOf(id) ?? []).map((each) => textIn(each, locale).text)) })}</p>
              <p>{textIn(departure, locale).text}</p>
            </>
          )}
        </Section>
      ))}
      {listed.length === 0 ? null : (
        <Section id="listed" title={t.listed}>
          <DataTable
            caption={t.listed}
            captionLook="hidden"
            stack
            rows={listed}
            rowKey={({ ideaId }) => ideaId}
            columns={[
              {
                key: "proposal",
                header: published.proposal,
                cell: (proposal) => (
                  <>
                    {textIn(proposal.title, locale).text}
                    <VersionWords locale={locale} version={versionOf(proposal)} />
                  </>
                ),
              },
              { key: "supports", header: messages(locale).shortlisting.supports, numeric: true, cell: ({ supports }) => f.number(supports) },
              ...(costsPublic ? [{ key: "cost", header: published.cost, numeric: true, cell: (proposal: ReviewedProposal) => costOnBallot(locale, proposal, versionOf(proposal)) }] : []),
            ]}
          />
        </Section>
      )}
      <Reasons locale={locale} id="passed-over" title={published.passedOver} proposals={proposals.filter(({ state }) => state === "not-shortlisted")} />
      <Reasons locale={locale} id="cannot" title={published.cannot} proposals={proposals.filter(({ state }) => state === "not-feasible")} />
    </div>
  );
}

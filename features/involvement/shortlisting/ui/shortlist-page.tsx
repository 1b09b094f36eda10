import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { typed } from "#domain/basics/fault.ts";
import type { BallotAdvice } from "#domain/budgeting/ballot-advice.ts";
import { ballotCost } from "#domain/budgeting/feasibility.ts";
import type { ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { Form } from "#components/forms/form.tsx";
import { MoneyField, NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ReviewedProposal, VersionInView } from "#features/budgeting/feasibility/queries.ts";
import { costWords } from "#features/budgeting/feasibility/ui/review-tags.tsx";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { BothParagraphs, poundsBox, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { SuggestedShortlist } from "#features/involvement/shortlisting/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ShortlistPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly vote: BudgetVoteForOfficers;
  readonly proposals: readonly ReviewedProposal[];
  /** Good, better and best of each proposal that has them. */
  readonly versions: ReadonlyMap<string, readonly VersionInView[]>;
  readonly shortlist: SuggestedShortlist;
  readonly criteria: ShortlistCriteria;
  readonly form: RefusedForm;
  readonly home: string;
  readonly may: boolean;
  readonly saved: boolean;
}

/** Which proposals go on which ballot: suggested by the criteria, decided by the officer, with a reason for each that does not. */
export function ShortlistPage({ locale, welsh, vote, proposals, versions, shortlist, criteria, form, home, may, saved }: ShortlistPageProps) {
  const { shortlisting, drafting, feasibility } = messages(locale);
  const t = shortlisting;
  const f = format(locale);
  const own = { ...drafting.faults, ...t.faults };
  const { open } = shortlist;
  const kit: FormKit = { locale, welsh, form, stands: {}, labels: { departure: t.departureWhy }, faultWords: own };
  const numberOf = (ideaId: string) => proposals.find((each) => each.ideaId === ideaId)?.number ?? 0;
  const potFor = ({ areaId, ideaId }: ReviewedProposal): string => {
    if (!shortlist.chosen.includes(ideaId)) return "";
    const pots = vote.programme.pots;
    return (pots.find((pot) => pot.areaId === areaId && pot.ringFencedFrom === null) ?? pots.find((pot) => pot.areaId === null) ?? pots[0])?.id ?? "";
  };
  const why = (ideaId: string) => {
    const passed = shortlist.passedOver.get(ideaId);
    if (passed === undefined) return <Tag kind="good">{t.suggested}</Tag>;
    return <Tag kind="notThisTime">{passed.by === null ? t.shortReasons[passed.why] : t.ruledOutBy({ number: numberOf(passed.by) })}</Tag>;
  };
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={own} labels={faultLabels(locale, form, proposals)} />
      <PageHead kicker={textIn(vote.texts.title, locale).text} title={t.title} lead={t.lead} />
      {saved ? <Notice kind="good" title={t.saved} answers /> : null}
      <Filters label={t.criteria} submit={t.suggest} many>
        <NumberField name="fewest" label={t.fewest} value={String(criteria.fewestSupports)} />
        <NumberField name="most" label={t.most} value={String(criteria.most)} />
        <MoneyField name="mostCost" label={t.mostCost} value={poundsBox(criteria.mostPence)} />
        <Checkbox name="balanced" value="yes" text={t.balanced} checked={criteria.balanced} />
      </Filters>
      {open.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <Form className="stack-l">
          <DataTable
            caption={t.count({ chosen: shortlist.chosen.length, all: open.length })}
            stack
            rows={open}
            rowKey={({ ideaId }) => ideaId}
            columns={[
              {
                key: "proposal",
                header: t.proposal,
                names: true,
                cell: ({ number, title, areaName }) => (
                  <>
                    <a href={`${home}/proposals/${number}`}>{textIn(title, locale).text}</a>
                    <span className="small muted block">{[f.number(number), areaName === null ? "" : textIn(areaName, locale).text].filter((part) => part !== "").join(" · ")}</span>
                  </>
                ),
              },
              { key: "supports", header: t.supports, numeric: true, cell: ({ supports }) => f.number(supports) },
              {
                key: "cost",
                header: t.cost,
                ...(versions.size > 0 ? { className: "t-field" } : {}),
                cell: (proposal) => {
                  const of = versions.get(proposal.ideaId) ?? [];
                  if (!may || of.length === 0) return costWords(locale, proposal);
                  const name = `version-${proposal.ideaId}`;
                  return (
                    <SelectField
                      name={name}
                      width="full"
                      label={<span className="vh">{t.versionOf({ title: textIn(proposal.title, locale).text })}</span>}
                      value={typed(form, name, shortlist.versions.get(proposal.ideaId)?.grade ?? "")}
                      error={fieldError(locale, form, name, own)}
                      options={[
                        { value: "", text: t.asCosted({ cost: costWords(locale, proposal) }) },
                        ...of.map(({ grade, what, costPence }) => ({ value: grade, text: t.versionOption({ grade: feasibility.one.grades[grade], what: textIn(what, locale).text, cost: f.money(costPence) }) })),
                      ]}
                    />
                  );
                },
              },
              { key: "why", header: t.suggestion, cell: ({ ideaId }) => why(ideaId) },
              {
                key: "pot",
                header: t.ballot,
                className: "t-field",
                cell: (proposal) =>
                  may ? (
                    <SelectField
                      name={`pot-${proposal.ideaId}`}
                      label={<span className="vh">{t.ballotOf({ title: textIn(proposal.title, locale).text })}</span>}
                      value={typed(form, `pot-${proposal.ideaId}`, potFor(proposal))}
                      error={fieldError(locale, form, `pot-${proposal.ideaId}`, own)}
                      options={[{ value: "", text: t.notOn }, ...(ballotCost(proposal) === null ? [] : vote.programme.pots.map((pot) => ({ value: pot.id, text: textIn(pot.name, locale).text })))]}
                    />
                  ) : null,
              },
            ]}
          />
          {may ? (
            <>
              <Section id="departure" title={t.departure} surface="card">
                <BothParagraphs kit={kit} name="departure" hint={t.departureHint} rows={2} />
              </Section>
              <p className="muted">{t.whatHappens}</p>
              <ButtonRow>
                <Button>{t.button}</Button>
                <a href={home}>{drafting.back}</a>
              </ButtonRow>
            </>
          ) : null}
        </Form>
      )}
      <p>
        <a href={`${home}/paper-advice`}>{t.adviceTitle}</a>
      </p>
    </div>
  );
}

/** Which proposal a row's fault is about, for the summary. */
const faultLabels = (locale: Locale, form: RefusedForm, proposals: readonly ReviewedProposal[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    form.faults.flatMap(({ field }): (readonly [string, string])[] => {
      const { drafting, shortlisting } = messages(locale);
      const label = shortlisting.departureWhy;
      if (field.startsWith("departure")) return [[field, field.endsWith("Cy") ? drafting.welsh({ label }) : drafting.english({ label })]];
      const proposal = proposals.find(({ ideaId }) => field === `pot-${ideaId}` || field === `version-${ideaId}`);
      return proposal ? [[field, textIn(proposal.title, locale).text]] : [];
    }),
  );

export interface AdvicePageProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  readonly pots: readonly { readonly id: string; readonly name: string; readonly options: number; readonly voters: number; readonly advice: BallotAdvice }[];
  readonly home: string;
  readonly voters: number;
}

/** How long each draft ballot is, and how many ballots would be the only one of their kind. */
export function AdvicePage({ locale, vote, pots, home, voters }: AdvicePageProps) {
  const { shortlisting, drafting } = messages(locale);
  const t = shortlisting.advice;
  const f = format(locale);
  return (
    <div className="stack-l">
      <PageHead kicker={textIn(vote.texts.title, locale).text} title={shortlisting.adviceTitle} lead={t.lead} />
      <Filters label={t.voters} submit={t.show}>
        <NumberField name="voters" label={t.voters} value={String(voters)} />
      </Filters>
      {pots.map(({ id, name, options, advice }) => (
        <Section key={id} id={`pot-${id}`} title={name} surface="card" className="stack-s">
          <p>{t.length[advice.length]({ count: options })}</p>
          <p>{t.unique[advice.uniqueness]({ share: f.percent(advice.unique) })}</p>
          {advice.mostForFew === null ? null : <p>{t.fewer({ most: advice.mostForFew })}</p>}
        </Section>
      ))}
      <p className="small muted">{t.estimate}</p>
      <ButtonRow>
        <a href={`${home}/ballot`}>{t.change}</a>
        <a href={home}>{drafting.back}</a>
      </ButtonRow>
    </div>
  );
}

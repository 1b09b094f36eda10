import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { CHECKS, REVIEW_STANDINGS, type ReviewStanding } from "#domain/budgeting/feasibility.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ReviewedProposal, ReviewFilter } from "#features/budgeting/feasibility/queries.ts";
import { DateBoxes, Line, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { CheckTag, costWords, StandingTag } from "./review-tags.tsx";

export interface ReviewsPageProps {
  readonly locale: Locale;
  readonly title: string;
  readonly home: string;
  readonly proposals: readonly ReviewedProposal[];
  readonly matching: number;
  readonly standings: ReadonlyMap<ReviewStanding, number>;
  readonly filter: ReviewFilter;
  readonly page: number;
  readonly pages: number;
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  /** The last day of the checks, where the programme has one. */
  readonly endsOn: string | null;
  /** The filter as an address carries it, without the page. */
  readonly query: URLSearchParams;
  readonly mayImport: boolean;
  /** Who may be asked; null for somebody who may not ask. */
  readonly reviewers: readonly { readonly id: string; readonly name: string }[] | null;
  /** The form that asks a service about several, as it was sent where it was refused. */
  readonly form: RefusedForm;
  /** Of how many proposals a service has just been asked. */
  readonly asked: number | null;
}

const OPEN: readonly ReviewStanding[] = ["not-started", "under-way", "ready"];

/** Every proposal of a programme with what services found: the table one works through. */
export function ReviewsPage({ locale, title, home, proposals, matching, standings, filter, page, pages, areas, endsOn, query, mayImport, reviewers, form, asked }: ReviewsPageProps) {
  const t = messages(locale).feasibility;
  const f = format(locale);
  const number = (...of: readonly ReviewStanding[]) => f.number(of.reduce((sum, standing) => sum + (standings.get(standing) ?? 0), 0));
  const href = (to: number) => {
    const address = new URLSearchParams(query);
    address.set("page", String(to));
    return `${home}/proposals?${address.toString()}`;
  };
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={faultsOf(locale)} labels={{ service: t.one.service, reviewerId: t.one.reviewer, dueOn: t.one.due }} />
      {asked === null ? null : <Notice kind="good" title={t.many.asked({ count: asked, shown: f.number(asked) })} answers />}
      <PageHead
        kicker={title}
        title={t.title}
        lead={`${t.lead} ${endsOn === null ? "" : `${t.ends({ date: f.date(endsOn) })} `}${t.soFar({ feasible: number("feasible"), open: number(...OPEN), notFeasible: number("not-feasible") })}`}
      />
      <Filters label={t.filter} submit={t.show} many>
        <TextField name="q" type="search" label={t.search} value={filter.search} />
        <SelectField name="area" label={t.area} value={filter.areaId} options={[{ value: "", text: t.allAreas }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />
        <SelectField
          name="standing"
          label={t.status}
          value={filter.standing}
          options={[{ value: "", text: t.all }, ...REVIEW_STANDINGS.filter((standing) => standing !== "gone").map((standing) => ({ value: standing, text: t.standings[standing] }))]}
        />
        <Checkbox name="mine" value="1" text={t.mine} checked={filter.reviewerId !== ""} />
        <Checkbox name="late" value="1" text={t.lateOnly} checked={filter.dueBefore !== ""} />
      </Filters>
      <p className="muted">{t.found({ count: matching, shown: f.number(matching) })}</p>
      {proposals.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <Asking locale={locale} reviewers={reviewers} form={form} matching={matching}>
          <DataTable
            caption={t.title}
            captionLook="hidden"
            stack
            scrollLabel={t.title}
            rows={proposals}
            rowKey={({ ideaId }) => ideaId}
            columns={[
              ...(reviewers === null
                ? []
                : [
                    {
                      key: "choose",
                      header: t.many.choose,
                      hideHeader: true,
                      cell: ({ ideaId, number: at, standing, title: name }: ReviewedProposal) =>
                        OPEN.includes(standing) ? (
                          <label className="choice choice--alone">
                            <input type="checkbox" name="proposal" value={ideaId} defaultChecked={form.values["proposal"]?.includes(ideaId)} />
                            <span className="vh">{t.many.chooseOne({ number: at, title: textIn(name, locale).text })}</span>
                          </label>
                        ) : (
                          ""
                        ),
                    },
                  ]),
              {
                key: "proposal",
                header: t.proposal,
                names: true,
                cell: ({ number: at, title: name, author, areaName }) => (
                  <>
                    <a href={`${home}/proposals/${at}`}>{textIn(name, locale).text}</a>
                    <span className="small muted block">{[f.number(at), author, areaName === null ? "" : textIn(areaName, locale).text].filter((part) => part !== "").join(" · ")}</span>
                  </>
                ),
              },
              { key: "asked", header: t.asked, numeric: true, cell: ({ askedPence }) => (askedPence === null ? "–" : f.money(askedPence)) },
              { key: "checked", header: t.checked, stackedLabel: t.checkedLabel, numeric: true, cell: (proposal) => (proposal.highPence === null ? t.notYet : <strong>{costWords(locale, proposal)}</strong>) },
              ...CHECKS.map((name) => ({ key: name, header: t.checks[name], cell: ({ checks }: ReviewedProposal) => <CheckTag locale={locale} check={checks[name]} /> })),
              { key: "decision", header: t.decision, cell: ({ standing }: ReviewedProposal) => <StandingTag locale={locale} standing={standing} /> },
            ]}
          />
          <Pagination label={t.pages} pageWord={t.page} current={page} pages={pages} href={href} previous={t.previous} next={t.next} />
        </Asking>
      )}
      <ul className="plain row">
        <li>
          <a href={`${home}/proposals/spreadsheet?as=csv`}>{t.downloadCsv}</a>
        </li>
        <li>
          <a href={`${home}/proposals/spreadsheet?as=xlsx`}>{t.downloadXlsx}</a>
        </li>
        {mayImport ? (
          <li>
            <a href={`${home}/proposals/bring-back`}>{t.bringBack}</a>
          </li>
        ) : null}
      </ul>
      <Section id="when-no" title={t.whenNo} surface="card">
        <p>{t.whenNoText}</p>
        <p className="small muted">{t.keys}</p>
      </Section>
    </div>
  );
}

const faultsOf = (locale: Locale) => ({ ...messages(locale).drafting.faults, ...messages(locale).feasibility.faults });

interface AskingProps extends Pick<ReviewsPageProps, "locale" | "reviewers" | "form" | "matching"> {
  readonly children: ReactNode;
}

/** The list inside one form: tick proposals, then say which service is asked about them. Somebody who may not ask sees the list alone. */
function Asking({ locale, reviewers, form, matching, children }: AskingProps) {
  if (reviewers === null) return <div className="stack">{children}</div>;
  const { feasibility } = messages(locale);
  const t = feasibility.one;
  const f = format(locale);
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: { service: t.service, reviewerId: t.reviewer, dueOn: t.due }, faultWords: faultsOf(locale) };
  return (
    <Form className="stack-l">
      <div id="proposal" className="stack">
        {children}
      </div>
      <Section id="ask" title={feasibility.many.title} surface="card" className="stack">
        <div className="grid g2">
          <div>
            <Line kit={kit} name="service" hint={t.serviceHint} />
          </div>
          <div>
            <Select kit={kit} name="reviewerId" options={[{ value: "", text: t.anybody }, ...reviewers.map(({ id, name }) => ({ value: id, text: name }))]} />
          </div>
        </div>
        <DateBoxes kit={kit} name="dueOn" hint={t.dueHint} />
        <Checkbox name="all" text={feasibility.many.all({ count: matching, shown: f.number(matching) })} hint={feasibility.many.allHint} checked={typed(form, "all") === "yes"} />
        <ButtonRow>
          <Button look="line">{feasibility.many.button}</Button>
        </ButtonRow>
      </Section>
    </Form>
  );
}

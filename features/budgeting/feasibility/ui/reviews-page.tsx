import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { CHECKS, REVIEW_STANDINGS, type ReviewStanding } from "#domain/budgeting/feasibility.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { ReviewedProposal, ReviewFilter } from "#features/budgeting/feasibility/queries.ts";
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
}

const OPEN: readonly ReviewStanding[] = ["not-started", "under-way", "ready"];

/** Every proposal of a programme with what services found: the table one works through. */
export function ReviewsPage({ locale, title, home, proposals, matching, standings, filter, page, pages, areas, endsOn, query, mayImport }: ReviewsPageProps) {
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
      <PageHead
        kicker={title}
        title={t.title}
        lead={`${t.lead} ${endsOn === null ? "" : `${t.ends({ date: f.date(endsOn) })} `}${t.soFar({ feasible: number("feasible"), open: number(...OPEN), notFeasible: number("not-feasible") })}`}
      />
      <Filters label={t.filter} submit={t.show}>
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
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          scrollLabel={t.title}
          rows={proposals}
          rowKey={({ ideaId }) => ideaId}
          columns={[
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
            { key: "checked", header: t.checked, stackedLabel: t.checkedLabel, numeric: true, cell: (proposal) => <strong>{costWords(locale, proposal)}</strong> },
            ...CHECKS.map((name) => ({ key: name, header: t.checks[name], cell: ({ checks }: ReviewedProposal) => <CheckTag locale={locale} check={checks[name]} /> })),
            { key: "decision", header: t.decision, cell: ({ standing }: ReviewedProposal) => <StandingTag locale={locale} standing={standing} /> },
          ]}
        />
      )}
      <div className="row row--between">
        <Pagination label={t.pages} pageWord={t.page} current={page} pages={pages} href={href} previous={t.previous} next={t.next} />
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
      </div>
      <Section id="when-no" title={t.whenNo} surface="card">
        <p>{t.whenNoText}</p>
        <p className="small muted">{t.keys}</p>
      </Section>
    </div>
  );
}

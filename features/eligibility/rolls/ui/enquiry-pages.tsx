import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { EnquiryInView, EntryInView } from "../queries.ts";
import { bornOf, deskCrumb, nameOf, rollsHome, spaced } from "./rolls-pages.tsx";

/** Who waits for an officer to look for them on a roll. */
export function enquiriesPage({ scope, enquiries }: { readonly scope: ActorScope; readonly enquiries: readonly EnquiryInView[] }) {
  const { rolls } = messages(scope.locale);
  const t = rolls.enquiries;
  const { dateAndTime } = format(scope.locale);
  return {
    title: t.title,
    crumbs: [...deskCrumb(scope), { href: rollsHome(scope), text: rolls.list.title }],
    body: (
      <div className="stack-l">
        <PageHead title={t.title} lead={t.lead} />
        {enquiries.length === 0 ? (
          <EmptyState title={t.none} level={2}>
            {t.noneMore}
          </EmptyState>
        ) : (
          <DataTable
            caption={t.title}
            captionLook="hidden"
            stack
            rows={enquiries}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", header: t.name, cell: ({ id, details }) => <a href={`${rollsHome(scope)}/enquiries/${id}`}>{t.look({ name: nameOf(details) })}</a> },
              { key: "roll", header: t.roll, cell: ({ rollName }) => rollName },
              { key: "asked", header: t.asked, cell: ({ askedAt }) => dateAndTime(askedAt) },
            ]}
          />
        )}
      </div>
    ),
  };
}

export interface EnquiryPageProps {
  readonly scope: ActorScope;
  readonly enquiry: EnquiryInView;
  readonly candidates: readonly EntryInView[];
  readonly form?: RefusedForm;
}

/** What somebody typed beside what the roll has nearest, and the two answers. */
export function enquiryPage({ scope, enquiry, candidates, form = EMPTY_FORM }: EnquiryPageProps) {
  const { rolls } = messages(scope.locale);
  const t = rolls.enquiries;
  const address = `${rollsHome(scope)}/enquiries/${enquiry.id}`;
  const { details } = enquiry;
  const answered = enquiry.state !== "waiting";
  return {
    title: t.look({ name: nameOf(details) }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [...deskCrumb(scope), { href: rollsHome(scope), text: rolls.list.title }, { href: `${rollsHome(scope)}/enquiries`, text: t.title }],
    body: (
      <div className="stack-l">
        <FormFaults locale={scope.locale} form={form} own={{ ...rolls.faults, "answered-already": t.answered }} />
        <PageHead title={nameOf(details)} lead={answered ? t.answered : enquiry.rollName} />
        <Section id="typed" title={t.typed} surface="card">
          <SummaryList
            rows={[
              { term: rolls.fields.givenNames, answer: details.givenNames },
              { term: rolls.fields.familyName, answer: details.familyName },
              { term: rolls.fields.birthDate, answer: bornOf(scope, { birthDate: details.birthDate, birthYear: null }) },
              { term: rolls.fields.postcode, answer: spaced(details.postcode) },
              { term: rolls.fields.reference, answer: details.reference },
              { term: t.email, answer: enquiry.email },
            ]}
          />
        </Section>
        {answered ? null : (
          <>
            <Section id="candidates" title={t.candidates}>
              {candidates.length === 0 ? (
                <p>{t.noCandidates}</p>
              ) : (
                <DataTable
                  caption={t.candidates}
                  captionLook="hidden"
                  stack
                  rows={candidates}
                  rowKey={({ id }) => id}
                  columns={[
                    { key: "number", header: rolls.roll.number, cell: ({ reference }) => reference },
                    { key: "name", header: rolls.roll.name, cell: nameOf },
                    { key: "born", header: rolls.roll.born, cell: (entry) => `${bornOf(scope, entry)} ${entry.birthDate === null ? "" : `(${entry.birthDate === details.birthDate ? t.same : t.differs})`}` },
                    { key: "postcode", header: rolls.roll.postcode, cell: ({ postcode }) => `${spaced(postcode)} ${postcode === "" ? "" : `(${postcode === details.postcode ? t.same : t.differs})`}` },
                    {
                      key: "match",
                      header: t.match,
                      cell: ({ id, reference }) => (
                        <Form action={address} hidden={{ entryId: id }}>
                          <Button small name="answer" value="candidate">
                            {t.match}
                            <span className="vh">{t.matchOf({ reference })}</span>
                          </Button>
                        </Form>
                      ),
                    },
                  ]}
                />
              )}
            </Section>
            <div className="grid g2">
              <Section id="by-number" title={t.match} surface="card">
                <Form action={address} className="stack">
                  <TextField name="reference" label={t.reference} width="medium" value={typed(form, "reference")} error={fieldError(scope.locale, form, "reference", rolls.faults)} />
                  <Button look="line" name="answer" value="reference">
                    {t.matchThis}
                  </Button>
                </Form>
              </Section>
              <Section id="refuse" title={t.refuse} surface="card">
                <Form action={address} className="stack">
                  <p>{t.refuseLead}</p>
                  <TextField name="reason" label={t.reason} value={typed(form, "reason")} error={fieldError(scope.locale, form, "reason", rolls.faults)} />
                  <Button look="line" name="answer" value="refuse">
                    {t.refuse}
                  </Button>
                </Form>
              </Section>
            </div>
          </>
        )}
      </div>
    ),
  };
}

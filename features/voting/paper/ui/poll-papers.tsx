import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { BatchInView } from "#features/voting/paper/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { StageTag } from "./stage-tag.tsx";

interface PollPapersProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly pollId: string;
  readonly name: string;
  readonly batches: readonly BatchInView[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** Papers can still be printed: the rules are frozen and voting has not closed. */
  readonly open: boolean;
  readonly may: { readonly print: boolean; readonly assist: boolean; readonly managePlaces: boolean };
  readonly once: string;
  readonly form: RefusedForm;
  readonly printed: boolean;
}

/** The papers of one vote: its batches, what each waits for, and printing more. */
export function PollPapers(props: PollPapersProps) {
  const { locale, desk, pollId, name, batches, may, form, printed } = props;
  const t = messages(locale).paper;
  const f = format(locale);
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <div className="stack-xl">
        <PageHead kicker={t.title} title={name}>
          <div className="btns">
            <ButtonLink href={`${desk}/paper/${pollId}/statement`} look="line" icon="list">
              {t.poll.statement}
            </ButtonLink>
            {may.assist ? (
              <ButtonLink href={`${desk}/paper/${pollId}/assisted`} look="line" icon="phone">
                {t.poll.assisted}
              </ButtonLink>
            ) : null}
          </div>
        </PageHead>
        {printed ? <Notice kind="good" title={t.poll.printed} answers /> : null}
        {batches.length === 0 ? (
          <EmptyState title={t.poll.none} level={2}>
            {t.poll.noneMore}
          </EmptyState>
        ) : (
          <DataTable
            caption={t.poll.caption}
            captionLook="heading"
            stack
            rows={batches}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "batch",
                header: t.poll.batch,
                cell: ({ id, code, place }) => (
                  <>
                    <a href={`${desk}/paper/batches/${id}`}>{code}</a> <span className="muted small">{textIn(place.name, locale).text}</span>
                  </>
                ),
              },
              { key: "stage", header: t.poll.stage, cell: ({ stage }) => <StageTag locale={locale} stage={stage} /> },
              { key: "printed", header: t.poll.printedHeader, numeric: true, cell: ({ printed: papers }) => f.number(papers) },
              { key: "out", header: t.poll.handedOut, numeric: true, cell: ({ account, marked, cancelled }) => f.number(account?.issued ?? marked + cancelled) },
              { key: "back", header: t.poll.returned, numeric: true, cell: ({ account }) => (account ? f.number(account.returned) : "") },
            ]}
          />
        )}
        {may.print ? <PrintForm {...props} /> : null}
      </div>
    </>
  );
}

function PrintForm({ locale, desk, places, open, may, once, form }: PollPapersProps) {
  const t = messages(locale).paper;
  const error = (field: string) => fieldError(locale, form, field, t.faults);
  if (!open) return <p className="muted">{t.poll.over}</p>;
  return (
    <Section id="print" title={t.poll.print} surface="card">
      {places.length === 0 ? (
        <>
          <p>{t.poll.noPlaces}</p>
          {may.managePlaces ? <ButtonLink href={`${desk}/places/new`}>{t.poll.makePlace}</ButtonLink> : null}
        </>
      ) : (
        <Form className="stack" hidden={{ once: typed(form, "once", once) }}>
          <p>{t.poll.printLead}</p>
          <SelectField
            name="place"
            label={t.poll.place}
            options={[...(places.length > 1 ? [{ value: "", text: t.poll.choosePlace }] : []), ...places.map(({ id, name }) => ({ value: id, text: name }))]}
            value={typed(form, "place")}
            error={error("place")}
          />
          <NumberField name="size" label={t.poll.size} hint={t.poll.sizeHint} value={typed(form, "size", "50")} error={error("size")} />
          <NumberField name="number" label={t.poll.number} value={typed(form, "number", "1")} error={error("number")} />
          <div>
            <Button>{t.poll.make}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { ReserveInView } from "#features/budgeting/reserves/queries.ts";
import { OptionTitle } from "#features/voting/results/ui/option-title.tsx";
import { titleOf, type ResultParts } from "#features/voting/results/ui/options-to-show.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { afterCountWords } from "./after-count-words.ts";
import { standingOf } from "./reserve-list.tsx";

export interface PotReserve {
  readonly potId: string;
  readonly name: BilingualText;
  readonly parts: ResultParts;
  readonly reserve: ReserveInView | null;
}

export interface ReserveDeskProps {
  readonly locale: Locale;
  readonly pots: readonly PotReserve[];
  readonly form: RefusedForm;
  readonly mayEdit: boolean;
}

/** The reserve lists of a vote: who is next, what was offered and what was answered. */
export function ReserveDesk({ locale, pots, form, mayEdit }: ReserveDeskProps) {
  const t = messages(locale).reserves;
  const shown = pots.flatMap((pot) => (pot.reserve === null ? [] : [{ ...pot, reserve: pot.reserve }]));
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <p className="lead">{t.desk.lead}</p>
      {shown.length === 0 ? (
        <EmptyState level={2} title={t.desk.none}>
          {t.desk.noneMore}
        </EmptyState>
      ) : (
        shown.map((pot) => <PotDesk key={pot.potId} locale={locale} pot={pot} form={form} mayEdit={mayEdit} />)
      )}
    </>
  );
}

function PotDesk({ locale, pot, form, mayEdit }: Omit<ReserveDeskProps, "pots"> & { readonly pot: PotReserve & { readonly reserve: ReserveInView } }) {
  const t = messages(locale).reserves;
  const f = format(locale);
  const { potId, name, parts, reserve } = pot;
  const [next] = reserve.next;
  const open = reserve.offers.filter(({ answer }) => answer === null);
  return (
    <Section id={`pot-${potId}`} title={textIn(name, locale).text}>
      <div className="stack">
        <p>{afterCountWords(locale, reserve.policy).join(" ")}</p>
        <p>
          <strong>{reserve.leftPence === 0 ? t.nothingLeft : t.left({ amount: f.money(reserve.leftPence) })}</strong>
        </p>
        {reserve.line.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <DataTable
            caption={t.title}
            stack
            columns={[
              { key: "project", header: t.project, names: true, cell: ({ option }) => <OptionTitle parts={parts} number={option} /> },
              { key: "votes", header: t.votes, numeric: true, cell: ({ votes }) => f.number(votes) },
              { key: "cost", header: t.cost, numeric: true, cell: ({ costPence }) => f.money(costPence) },
              { key: "standing", header: t.standing, cell: ({ option }) => standingOf(parts, reserve, option) },
            ]}
            rows={reserve.line}
            rowKey={({ option }) => String(option)}
          />
        )}
        {mayEdit && next ? (
          <Form hidden={{ act: "offer", potId, option: String(next.option) }}>
            <p>{t.desk.nextIs({ project: titleOf(parts, next.option).text, amount: f.money(next.amountPence) })}</p>
            <ButtonRow>
              <Button>{t.desk.offer}</Button>
            </ButtonRow>
          </Form>
        ) : null}
        {mayEdit
          ? open.map(({ id, option, amountPence }) => {
              const mine = typed(form, "offerId") === id;
              const legend = t.desk.answerOf({ project: titleOf(parts, option).text, amount: f.money(amountPence) });
              return (
                <Form key={id} className="card stack" hidden={{ act: "answer", potId, offerId: id }}>
                  <Radios
                    name="answer"
                    id={mine ? "answer" : `answer-${id}`}
                    legend={legend}
                    choices={[
                      { value: "accepted", text: t.desk.accept },
                      { value: "declined", text: t.desk.decline },
                    ]}
                    value={mine ? typed(form, "answer") : ""}
                    error={mine ? fieldError(locale, form, "answer", t.faults) : undefined}
                    compact
                  />
                  <TextAreaField name="reason" id={mine ? "reason" : `reason-${id}`} label={t.desk.reason} hint={t.desk.reasonHint} rows={2} value={mine ? typed(form, "reason") : ""} error={mine ? fieldError(locale, form, "reason", t.faults) : undefined} />
                  <ButtonRow>
                    <Button look="line">{t.desk.saveAnswer}</Button>
                  </ButtonRow>
                </Form>
              );
            })
          : null}
      </div>
    </Section>
  );
}

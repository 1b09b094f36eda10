import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { AGE_BANDS } from "#domain/eligibility/age.ts";
import type { BatchKind } from "#domain/voting/access-codes/code-batch.ts";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkboxes, Radios } from "#components/forms/choices.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { RowFault } from "../read-addresses.ts";

export interface MakeBatchProps {
  readonly locale: Locale;
  /** The vote's title. */
  readonly vote: string;
  readonly kind: BatchKind;
  readonly once: string;
  readonly ballots: readonly { readonly pollId: string; readonly name: BilingualText }[];
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  /** For codes of people. */
  readonly rolls: readonly { readonly id: string; readonly name: string }[];
  readonly rollsAddress: string;
  readonly form: RefusedForm;
  readonly rows: readonly RowFault[];
}

/** So many bad rows are shown; the count above says how many there are. */
const ROWS_SHOWN = 1_000;

/** Asks how people get their codes. Two addresses, so that each form is whole without script. */
export function ChooseKind({ locale, vote, form }: { readonly locale: Locale; readonly vote: string; readonly form: RefusedForm }) {
  const t = messages(locale).accessCodes;
  return (
    <div className="narrow">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead kicker={vote} title={t.make.title} />
      <Form method="get">
        <Radios
          name="kind"
          legend={t.make.kindLegend}
          value="class"
          error={fieldError(locale, form, "kind", t.faults)}
          choices={[
            { value: "class", text: t.make.classText, hint: t.make.classHint },
            { value: "post", text: t.make.postText, hint: t.make.postHint },
            { value: "person", text: t.make.personText, hint: t.make.personHint },
          ]}
        />
        <ButtonRow>
          <Button>{t.make.goOn}</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

/** What a batch is to be: its name, how many or for whom, and which ballots its codes open. */
export function MakeBatch(props: MakeBatchProps) {
  const { locale, vote, kind, once, ballots, areas, rolls, rollsAddress, form, rows } = props;
  const t = messages(locale).accessCodes;
  const error = (field: string) => fieldError(locale, form, field, t.faults);
  const chosen = form.values["ballots"] ?? (ballots.length === 1 ? ballots.map(({ pollId }) => pollId) : []);
  return (
    <div className="narrow">
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead kicker={vote} title={t.make[`${kind}Text`]} lead={t.make[`${kind}Hint`]} />
      {rows.length > 0 ? <BadRows locale={locale} rows={rows} /> : null}
      <Form hidden={{ once: typed(form, "once", once), kind }} multipart={kind === "post"} className="stack">
        <TextField name="label" label={t.make.label} hint={kind === "class" ? t.make.labelHintClass : t.make.labelHintPost} width="medium" value={typed(form, "label")} error={error("label")} />
        {kind === "class" ? (
          <>
            <TextField name="place" label={t.make.place} hint={t.make.placeHint} width="medium" value={typed(form, "place")} error={error("place")} />
            <NumberField name="count" label={t.make.count} hint={t.make.countHint} width="four" value={typed(form, "count")} error={error("count")} />
          </>
        ) : kind === "person" ? (
          <>
            <SelectField name="roll" label={t.make.roll} value={typed(form, "roll")} options={rolls.map(({ id, name }) => ({ value: id, text: name }))} error={error("roll")} />
            {rolls.length === 0 ? (
              <p>
                <a href={rollsAddress}>{t.make.noRolls}</a>
              </p>
            ) : null}
          </>
        ) : (
          <FileField name="addresses" label={t.make.file} hint={t.make.fileHint} accept=".csv,text/csv" error={error("addresses")} />
        )}
        <Checkboxes
          name="ballots"
          legend={t.make.ballots}
          hint={kind === "class" ? undefined : t.make.ballotsHint}
          values={chosen}
          error={error("ballots")}
          compact
          choices={ballots.map(({ pollId, name }) => ({ value: pollId, text: textIn(name, locale).text, lang: textIn(name, locale).lang }))}
        />
        {kind === "class" ? (
          <>
            <SelectField name="area" label={t.make.area} hint={t.make.areaHint} value={typed(form, "area")} options={[{ value: "", text: t.make.noArea }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} error={error("area")} />
            <SelectField name="age" label={t.make.age} hint={t.make.ageHint} value={typed(form, "age")} options={[{ value: "", text: t.make.noAge }, ...AGE_BANDS.map((band) => ({ value: band, text: t.make.ages[band] }))]} error={error("age")} />
          </>
        ) : null}
        <p className="muted">{t.desk.phone}</p>
        <div>
          <Button>{t.make.submit}</Button>
        </div>
        <p className="small muted">{t.make.time}</p>
      </Form>
    </div>
  );
}

function BadRows({ locale, rows }: Pick<MakeBatchProps, "locale" | "rows">) {
  const t = messages(locale).accessCodes.make;
  const { number } = format(locale);
  const more = rows.length - ROWS_SHOWN;
  return (
    <Section id="rows" title={t.badRows} surface="card">
      <p>{t.badRowsLead}</p>
      <DataTable
        caption={t.badRows}
        captionLook="hidden"
        stack
        rows={rows.slice(0, ROWS_SHOWN)}
        rowKey={({ line, code }) => `${line}-${code}`}
        columns={[
          { key: "line", header: t.line, names: true, cell: ({ line }) => (line === 0 ? "–" : number(line)) },
          { key: "what", header: t.what, cell: ({ code }) => t.rowFaults[code] },
          { key: "found", header: t.found, cell: ({ found }) => <span className="mono">{found}</span> },
        ]}
      />
      {more > 0 ? <p>{t.more({ count: more, shown: number(more) })}</p> : null}
    </Section>
  );
}

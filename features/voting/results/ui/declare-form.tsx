import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { resultOf, winnersOf } from "#domain/voting/results/count-sheet.ts";
import { Button } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { OptionTitle } from "./option-title.tsx";
import type { ResultParts } from "./options-to-show.ts";

export interface DeclareFormProps {
  readonly locale: Locale;
  /** Null for an election. */
  readonly parts: ResultParts | null;
  /** Who would be declared elected. */
  readonly office?: ReactNode;
  /** The officer's name, offered as the one under the declaration. */
  readonly name: string;
  readonly form: RefusedForm;
}

/** The last look before a result is public for good. */
export function DeclareForm({ locale, parts, office, name, form }: DeclareFormProps) {
  const t = messages(locale).results.declareForm;
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <PageHead title={t.title} lead={t.lead} />
      {parts === null ? office : <Winners parts={parts} />}
      <Form className="stack">
        <TextField name="name" label={t.name} value={typed(form, "name", name)} error={fieldError(locale, form, "name", t.faults)} width="medium" autoComplete="name" />
        <Checkbox name="sure" text={t.sure} checked={typed(form, "sure") === "yes"} error={fieldError(locale, form, "sure", t.faults)} />
        <div>
          <Button>{t.submit}</Button>
        </div>
      </Form>
    </>
  );
}

/** The projects that would be declared, in the order in which they won. */
function Winners({ parts }: { readonly parts: ResultParts }) {
  const t = messages(parts.locale).results.declareForm;
  const winners = winnersOf(parts.sheet);
  return (
    <div className="prose">
      <p>{winners.length === 0 ? t.none : t.winners}</p>
      <ol>
        {winners.map((number) => (
          <li key={number}>
            <OptionTitle parts={parts} number={number} />, {format(parts.locale).money(resultOf(parts.sheet, number)?.cost ?? 0)}
          </li>
        ))}
      </ol>
    </div>
  );
}

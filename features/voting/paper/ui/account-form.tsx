import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { BatchInView } from "#features/voting/paper/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { AccountSums } from "./account-table.tsx";

const FIELDS = ["issued", "unused", "damaged", "returned", "spoilt", "notReturned"] as const;

/** The account of a batch, written by the presiding officer. What was handed out through this program stands in it already. */
export function AccountForm({ locale, batch, form }: { readonly locale: Locale; readonly batch: BatchInView; readonly form: RefusedForm }) {
  const t = messages(locale).paper;
  const f = format(locale);
  const { account, marked, cancelled, printed } = batch;
  const usual = { issued: marked + cancelled, unused: printed - marked - cancelled, damaged: 0, returned: marked, spoilt: cancelled, notReturned: 0 };
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <div className="stack-l">
        <PageHead title={t.accountForm.title({ batch: batch.code })} lead={t.accountForm.lead} />
        <p>{t.accountForm.printed({ count: printed, shown: f.number(printed) })}</p>
        <Form className="stack">
          {FIELDS.map((field) => (
            <NumberField
              key={field}
              name={field}
              label={t.account[field]}
              hint={t.accountForm.hints[field]}
              value={typed(form, field, String(account?.[field] ?? usual[field]))}
              error={fieldError(locale, form, field, t.faults)}
            />
          ))}
          <AccountSums locale={locale} />
          <div>
            <Button>{t.accountForm.save}</Button>
          </div>
        </Form>
      </div>
    </>
  );
}

import type { Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { SCAN_CODE } from "#domain/consultations/response.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { Form } from "#components/forms/form.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import type { RegisteredResponse } from "#features/consultations/register/queries.ts";
import { messages } from "#i18n/messages.ts";

/** What a scan may be, for the browser's own list of files. */
const ACCEPT = ".pdf,application/pdf,image/jpeg,image/png,image/webp,image/heic";

/** The words of what can be wrong with a scan. */
export const scanFaults = (locale: Locale) => ({ ...messages(locale).answering.faults, ...messages(locale).register.scans.faults });

/** The field for a scan. */
export function ScanField({ locale, form }: { readonly locale: Locale; readonly form: RefusedForm }) {
  const t = messages(locale).register.scans;
  return <FileField name={SCAN_CODE} label={t.label} hint={form.faults.length > 0 ? `${t.hint}. ${t.again}` : t.hint} accept={ACCEPT} error={fieldError(locale, form, SCAN_CODE, scanFaults(locale))} />;
}

export interface ScansProps {
  readonly locale: Locale;
  readonly scans: RegisteredResponse["scans"];
  /** Of the response. */
  readonly address: string;
  /** Where files that came with responses are opened. */
  readonly filesAt: string;
  readonly mayEnter: boolean;
  readonly form: RefusedForm;
  /** What was just done. */
  readonly done: "added" | "removed" | null;
}

/** The scans of a letter, each with what the scanner of the house says; for officers. */
export function Scans({ locale, scans, address, filesAt, mayEnter, form, done }: ScansProps) {
  const { register, sentFiles } = messages(locale);
  const t = register.scans;
  return (
    <Section id="scans" title={t.title}>
      <div className="stack">
        {done === null ? null : <Notice kind="good" title={t[done]} answers />}
        {scans.length === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <ul className="plain stack-s">
            {scans.map(({ id, name, scan }) => (
              <li key={id} className="row">
                {scan === "clean" ? <a href={`${filesAt}/${id}`}>{name}</a> : <span>{name}</span>}
                {scan === "clean" ? null : <Tag kind={scan === "waiting" ? "underway" : "atRisk"}>{sentFiles.states[scan]}</Tag>}
                {mayEnter ? (
                  <Form action={`${address}#scans`} hidden={{ do: "remove-scan", scan: id }}>
                    <Button small look="line">
                      {t.remove}
                      <span className="vh">: {name}</span>
                    </Button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {mayEnter ? (
          <Form action={`${address}#scans`} hidden={{ do: "scan" }} multipart>
            <div className="stack">
              <ScanField locale={locale} form={form} />
              <ButtonRow>
                <Button look="line">{t.add}</Button>
              </ButtonRow>
            </div>
          </Form>
        ) : null}
      </div>
    </Section>
  );
}

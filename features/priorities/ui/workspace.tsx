import type { Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { messages } from "#i18n/messages.ts";
import { TargetForm } from "./target-form.tsx";
import type { TargetInView } from "#features/priorities/queries.ts";
import { TargetTable } from "./targets.tsx";

export interface TargetWorkspaceProps {
  readonly locale: Locale;
  readonly address: string;
  readonly targets: readonly TargetInView[];
  readonly form: RefusedForm;
  readonly once: string;
  readonly saved: boolean;
  readonly mayEdit: boolean;
}

/** The council's targets as officers see them, and a form for one more. */
export function TargetWorkspace({ locale, address, targets, form, once, saved, mayEdit }: TargetWorkspaceProps) {
  const t = messages(locale).priorities;
  return (
    <div className="stack-l">
      <PageHead title={t.manage.title} lead={t.manage.lead} />
      {saved ? <Notice kind="good" title={t.manage.saved} answers /> : null}
      {targets.length === 0 ? <p>{t.none}</p> : <TargetTable locale={locale} caption={t.tableCaption} address={address} targets={targets} />}
      {mayEdit ? (
        <Section id="add" title={t.manage.add}>
          <TargetForm locale={locale} form={form} once={once} />
        </Section>
      ) : null}
    </div>
  );
}

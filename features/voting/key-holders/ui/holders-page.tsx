import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { KEY_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { EmailField, TextField } from "#components/forms/text-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { CircleStanding, KeyCircle } from "#features/voting/key-holders/queries.ts";
import { messages } from "#i18n/messages.ts";
import { HoldersStanding } from "./holders-standing.tsx";

export interface HoldersPageProps {
  readonly locale: Locale;
  /** Null: the platform keeps the key. */
  readonly circle: KeyCircle | null;
  /** Null where nobody holds it, or the counter does not answer. */
  readonly standing: CircleStanding | null;
  readonly form: RefusedForm;
  readonly may: "choose" | "not-theirs" | "locked";
  readonly saved: boolean;
  /** The vote's own page. */
  readonly home: string;
  readonly back: string;
}

/** The returning officer says who holds the count key, and sees how far the three are. */
export function HoldersPage({ locale, circle, standing, form, may, saved, home, back }: HoldersPageProps) {
  const t = messages(locale).keyHolders;
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={t.faults} />
      {saved ? <Notice kind="good" answers title={t.savedTitle}>{circle ? t.savedPeople : t.savedStore}</Notice> : null}
      <PageHead title={t.title} lead={t.lead} />
      {circle && standing ? (
        <>
          <Notice kind={standing.drilled ? "good" : "warn"} title={standing.drilled ? t.ready : t.notReady}>
            {standing.drilled ? t.readyMore : t.notReadyMore}
          </Notice>
          <HoldersStanding locale={locale} holders={circle.holders} standing={standing} closed={false} />
        </>
      ) : circle ? (
        <Notice kind="warn" title={t.away}>
          {t.awayMore}
        </Notice>
      ) : may === "choose" ? null : (
        <p>{t.inStore}</p>
      )}
      {may === "choose" ? <HoldersForm locale={locale} circle={circle} form={form} /> : <p>{may === "locked" ? t.locked : t.onlyReturningOfficer}</p>}
      <p>
        <a href={home}>{back}</a>
      </p>
    </div>
  );
}

function HoldersForm({ locale, circle, form }: Pick<HoldersPageProps, "locale" | "circle" | "form">) {
  const t = messages(locale).keyHolders;
  return (
    <Form className="stack">
      <Radios
        name="held"
        legend={t.held}
        value={typed(form, "held", circle ? "shares" : "store")}
        error={fieldError(locale, form, "held", t.faults)}
        choices={[
          { value: "store", text: t.store, hint: t.storeHint },
          { value: "shares", text: t.people, hint: t.peopleHint },
        ]}
      />
      {KEY_HOLDERS.map((role, at) => {
        const [name, email] = [`name${String(at + 1)}`, `email${String(at + 1)}`];
        const now = circle?.holders[at];
        return (
          <div key={role} className="card stack">
            <p className="small muted">{t.roleHints[role]}</p>
            <div className="grid g2">
              <div>
                <TextField name={name} label={t.nameOf({ role: t.roles[role] })} value={typed(form, name, now?.name ?? "")} error={fieldError(locale, form, name, t.faults)} autoComplete="off" />
              </div>
              <div>
                <EmailField name={email} label={t.emailOf({ role: t.roles[role] })} value={typed(form, email, now?.email ?? "")} error={fieldError(locale, form, email, t.faults)} autoComplete="off" width="full" />
              </div>
            </div>
          </div>
        );
      })}
      {circle ? <p className="muted">{t.again}</p> : null}
      <ButtonRow>
        <Button>{t.save}</Button>
      </ButtonRow>
    </Form>
  );
}

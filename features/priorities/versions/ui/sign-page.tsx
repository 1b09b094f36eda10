import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { differencesOf } from "#domain/basics/difference.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Checkbox } from "#components/forms/choices.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { FormFrame, Line, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { Differences, Statements } from "#features/councils/versions/ui/versions-page.tsx";
import { withSourcesInWords } from "#features/priorities/plans/ui/rule-words.ts";
import type { PlanToSign } from "#features/priorities/versions/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { planStatements } from "./plan-versions.ts";

export interface SignPlanPageProps {
  readonly locale: Locale;
  readonly plan: PlanToSign;
  /** The council that signs. */
  readonly memberId: string;
  readonly form: RefusedForm;
  readonly back: string;
}

/** Where a council signs a plan: all that the version says, what changed since the one it signed before, and the fingerprint. */
export function SignPlanPage({ locale, plan, memberId, form, back }: SignPlanPageProps) {
  const all = messages(locale);
  const t = all.plans.forms;
  const f = format(locale);
  const kit: FormKit = { locale, welsh: false, form: withSourcesInWords(locale, form), stands: {}, labels: { signedAs: t.labels.signedAs, agreed: t.signing.agreed }, faultWords: all.plans.faults };
  const [current] = plan.versions;
  const number = current?.number ?? 0;
  const statements = current ? planStatements(locale, current.content, plan.names) : [];
  const last = plan.versions.find(({ signed }) => signed.some((each) => each.memberId === memberId));
  const own = last?.signed.find((each) => each.memberId === memberId);
  return (
    <FormFrame kit={kit} title={t.sign.title} lead={t.sign.lead} hidden={{ version: String(number) }} button={t.sign.button} back={{ href: back, text: t.back }}>
      <Section id="reads" title={t.signing.of({ plan: textIn(plan.title, locale).text, number: f.number(number) })} className="stack">
        <p>
          {all.plans.keptBy({ council: textIn(plan.keeper, locale).text })}. <a href={`/${locale}/${plan.address}/versions`}>{all.versions.link}</a>
        </p>
        {last && own && last.number !== number ? (
          <Differences locale={locale} caption={t.signing.since({ number: f.number(last.number), date: f.date(own.on) })} differences={differencesOf(planStatements(locale, last.content, plan.names), statements)} />
        ) : null}
        <Statements statements={statements} />
        <p className="small muted hash">{all.versions.fingerprint({ hash: current?.sha256 ?? "" })}</p>
      </Section>
      <Line kit={kit} name="signedAs" width="medium" />
      <Checkbox name="agreed" text={t.signing.tick({ number: f.number(number) })} checked={typed(form, "agreed") === "yes" && !form.faults.some(({ code }) => code === "version-moved")} error={fieldError(locale, form, "agreed", all.plans.faults)} />
    </FormFrame>
  );
}

import type { ActorScope } from "#domain/councils/scope.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { CLAIM_LIMITS } from "#domain/eligibility/claims/limits.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { messages } from "#i18n/messages.ts";
import type { LimitsOfCouncil } from "../queries.ts";

export interface LimitsPageProps {
  readonly scope: ActorScope;
  readonly now: LimitsOfCouncil;
  readonly form: RefusedForm;
  readonly saved: boolean;
}

/** What a council takes for ordinary, each number with what is usual and why. */
export function LimitsPage({ scope, now, form, saved }: LimitsPageProps) {
  const { locale } = scope;
  const words = messages(locale).claims;
  const t = words.limits;
  const error = (field: string) => fieldError(locale, form, field, words.faults);
  return (
    <div className="narrow stack-l">
      <FormFaults locale={locale} form={form} own={words.faults} />
      {saved ? <Notice kind="good" title={words.desk.done.limits} answers /> : null}
      <PageHead title={t.title} lead={t.lead} />
      <Form>
        {CLAIM_LIMITS.map((limit) => (
          <NumberField key={limit} name={limit} label={t[limit]} hint={t[`${limit}Hint`]} width="four" value={typed(form, limit, String(now.limits[limit]))} error={error(limit)} />
        ))}
        <TextAreaField
          name="places"
          label={t.places}
          hint={t.placesHint}
          rows={5}
          value={typed(form, "places", now.sharedPlaces.map(({ name, network }) => `${name} ${network}`).join("\n"))}
          error={error("places")}
        />
        <ButtonRow>
          <Button>{t.save}</Button>
        </ButtonRow>
      </Form>
    </div>
  );
}

import { returnAddress } from "#domain/accounts/return-address.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { showAppCode, showPasskey, showRecoveryCode } from "#features/accounts/second-factor/actions.ts";
import { getFactors, type Factors } from "#features/accounts/second-factor/queries.ts";
import { SecondStepPage, SetUpPage } from "#features/accounts/second-factor/ui/second-step.tsx";
import { goTo, siteForm, sitePage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage(async ({ locale, person }, { query }) => {
  if (!person) throw new AccessError("sign-in");
  const next = returnAddress(query.get("next"), "");
  if (person.secondFactor) return goTo(next || `/${locale}/account`);
  return show(locale, EMPTY_FORM, next, await getFactors(person));
});

export const POST = siteForm(async ({ locale, person }, { values }, { request }) => {
  if (!person) throw new AccessError("sign-in");
  const shown = { request, person };
  const kind = values["with"]?.[0];
  const answer = kind === "passkey" ? await showPasskey(shown, values) : kind === "recovery" ? await showRecoveryCode(shown, values) : await showAppCode(shown, values);
  const next = returnAddress(values["next"]?.[0], "");
  if (answer.ok) return goTo(next || `/${locale}/account`, { "Set-Cookie": answer.value.cookie });
  const tooMany = answer.error.faults.some(({ code }) => code === "too-many-tries");
  return { ...show(locale, answer.error, returnAddress(typed(answer.error, "next"), ""), await getFactors(person)), status: tooMany ? 429 : 422 };
});

function show(locale: Locale, form: RefusedForm, next: string, factors: Factors) {
  const t = messages(locale).accounts;
  const frame = { layout: "task" as const, robots: "noindex", scripts: ["passkey"], ...(next && { query: new URLSearchParams({ next }).toString() }) };
  if (factors.none) return { ...frame, title: t.setUp.title, body: <SetUpPage locale={locale} form={form} next={next} /> };
  return { ...frame, title: t.secondStep.title, body: <SecondStepPage locale={locale} form={form} next={next} app={factors.app} passkey={factors.passkeys.length > 0} /> };
}

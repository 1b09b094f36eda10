import { returnAddress } from "#domain/accounts/return-address.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { confirmAuthenticator, startAuthenticator } from "#features/accounts/second-factor/actions.ts";
import { RecoveryCodesPage, SetUpAppPage } from "#features/accounts/second-factor/ui/second-step.tsx";
import type { SignedIn } from "#features/accounts/session.ts";
import { goTo, siteForm, sitePage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage(async ({ locale, person }, { query }) => {
  if (!person) throw new AccessError("sign-in");
  return show(locale, person, EMPTY_FORM, returnAddress(query.get("next"), ""));
});

export const POST = siteForm(async ({ locale, person }, { values }, { request }) => {
  if (!person) throw new AccessError("sign-in");
  const answer = await confirmAuthenticator({ request, person }, values);
  const next = returnAddress(values["next"]?.[0], "");
  const onwards = next || `/${locale}/account`;
  if (!answer.ok) {
    const page = await show(locale, person, answer.error, returnAddress(typed(answer.error, "next"), ""));
    return page instanceof Response ? page : { ...page, status: 422 };
  }
  const { cookie, recoveryCodes } = answer.value;
  if (recoveryCodes.length === 0) return goTo(onwards, { "Set-Cookie": cookie });
  return {
    title: messages(locale).accounts.recoveryCodes.title,
    layout: "task",
    headers: { "Set-Cookie": cookie },
    body: <RecoveryCodesPage locale={locale} codes={recoveryCodes} next={onwards} />,
  };
});

async function show(locale: Locale, person: SignedIn, form: RefusedForm, next: string) {
  const started = await startAuthenticator(person);
  if (!started) return goTo(next || `/${locale}/account/security`);
  return {
    title: messages(locale).accounts.setUp.app.pageTitle,
    layout: "task" as const,
    robots: "noindex",
    ...(next && { query: new URLSearchParams({ next }).toString() }),
    body: <SetUpAppPage locale={locale} form={form} next={next} {...started} />,
  };
}

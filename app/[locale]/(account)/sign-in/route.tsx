import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { returnAddress } from "#domain/accounts/return-address.ts";
import { askForCode } from "#features/accounts/actions.ts";
import { SignInPage, signInTitle, WaitPage } from "#features/accounts/ui/sign-in.tsx";
import { goTo, siteForm, sitePage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage(async ({ locale, person }, { query }) => {
  const next = returnAddress(query.get("next"), "");
  if (person) return goTo(next || `/${locale}/account`);
  return show(locale, EMPTY_FORM, next, query.get("as") === "guest");
});

export const POST = siteForm(async ({ locale }, form, { request }) => {
  const answer = await askForCode({ request, locale }, form.values);
  if (answer.ok) {
    const { email, next, as } = answer.value;
    return goTo(`/${locale}/sign-in/confirm?${queryOf({ email, next, as })}`);
  }
  if (answer.error.faults.some(({ code }) => code === "too-many-codes"))
    return { title: messages(locale).accounts.wait.codes.title, status: 429, layout: "task", body: <WaitPage locale={locale} what="codes" /> };
  return { ...show(locale, answer.error, returnAddress(typed(answer.error, "next"), ""), typed(answer.error, "as") === "guest"), status: 422 };
});

const show = (locale: Locale, form: RefusedForm, next: string, guest: boolean) => ({
  title: signInTitle(locale, guest),
  layout: "task" as const,
  robots: "noindex",
  query: queryOf({ next, as: guest ? "guest" : "" }),
  body: <SignInPage locale={locale} form={form} next={next} guest={guest} />,
});

/** Only what is not empty. */
const queryOf = (parts: Readonly<Record<string, string>>): string => new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== "")).toString();

import { AccessError, found } from "#domain/policy/access-error.ts";
import { removeFactor } from "#features/accounts/second-factor/actions.ts";
import { getFactors } from "#features/accounts/second-factor/queries.ts";
import { removalTitle, RemoveFactorPage, SecurityPage } from "#features/accounts/second-factor/ui/security.tsx";
import { goTo, siteForm, sitePage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage(async ({ locale, person }, { query }) => {
  if (!person) throw new AccessError("sign-in");
  const factors = await getFactors(person);
  if (!factors.none && !person.secondFactor) throw new AccessError("second-factor");
  const factor = query.get("factor") ?? "";
  const name = factor === "app" && factors.app ? null : found(factors.passkeys.find(({ id }) => id === factor), "passkey").name;
  const last = factors.passkeys.length + (factors.app ? 1 : 0) === 1;
  return { title: removalTitle(locale, name), layout: "task", robots: "noindex", body: <RemoveFactorPage locale={locale} factor={factor} name={name} last={last} /> };
});

export const POST = siteForm(async ({ locale, person }, { values }, { request }) => {
  if (!person) throw new AccessError("sign-in");
  const answer = await removeFactor({ request, person }, values);
  if (answer.ok) return goTo(`/${locale}/account/security?removed`);
  return {
    title: messages(locale).accounts.security.title,
    status: 422,
    scripts: ["passkey"],
    body: <SecurityPage locale={locale} factors={await getFactors(person)} form={answer.error} removed={false} />,
  };
});

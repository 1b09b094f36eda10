import { EMPTY_FORM } from "#domain/basics/fault.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { renewRecoveryCodes } from "#features/accounts/second-factor/actions.ts";
import { getFactors } from "#features/accounts/second-factor/queries.ts";
import { RecoveryCodesPage } from "#features/accounts/second-factor/ui/second-step.tsx";
import { SecurityPage } from "#features/accounts/second-factor/ui/security.tsx";
import { siteForm, sitePage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage(async ({ locale, person }, { query }) => {
  if (!person) throw new AccessError("sign-in");
  const factors = await getFactors(person);
  if (!factors.none && !person.secondFactor) throw new AccessError("second-factor");
  const t = messages(locale);
  return {
    title: t.accounts.security.title,
    robots: "noindex",
    scripts: ["passkey"],
    crumbs: [{ href: `/${locale}/account`, text: t.accounts.account.title }],
    body: <SecurityPage locale={locale} factors={factors} form={EMPTY_FORM} removed={query.has("removed")} />,
  };
});

/** Makes new recovery codes. */
export const POST = siteForm(async ({ locale, person }) => {
  if (!person) throw new AccessError("sign-in");
  const codes = await renewRecoveryCodes(person);
  return {
    title: messages(locale).accounts.recoveryCodes.title,
    layout: "task",
    body: <RecoveryCodesPage locale={locale} codes={codes} next={`/${locale}/account/security`} />,
  };
});

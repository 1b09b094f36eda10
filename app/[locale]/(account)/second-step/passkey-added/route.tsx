import { returnAddress } from "#domain/accounts/return-address.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { addPasskey } from "#features/accounts/second-factor/actions.ts";
import { RecoveryCodesPage, SetUpPage } from "#features/accounts/second-factor/ui/second-step.tsx";
import { goTo, siteForm, sitePage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

/** The answer is posted here; coming back to the address leads to the beginning. */
export const GET = sitePage(async ({ locale }) => goTo(`/${locale}/account/security`));

export const POST = siteForm(async ({ locale, person }, { values }, { request }) => {
  if (!person) throw new AccessError("sign-in");
  const t = messages(locale).accounts;
  const answer = await addPasskey({ request, person }, values);
  const next = returnAddress(values["next"]?.[0], "");
  if (!answer.ok)
    return { title: t.setUp.title, layout: "task", status: 422, scripts: ["passkey"], body: <SetUpPage locale={locale} form={answer.error} next={next} /> };
  const onwards = next || `/${locale}/account`;
  const { cookie, recoveryCodes } = answer.value;
  if (recoveryCodes.length === 0) return goTo(onwards, { "Set-Cookie": cookie });
  return { title: t.recoveryCodes.title, layout: "task", headers: { "Set-Cookie": cookie }, body: <RecoveryCodesPage locale={locale} codes={recoveryCodes} next={onwards} /> };
});

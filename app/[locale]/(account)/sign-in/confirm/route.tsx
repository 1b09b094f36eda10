import { returnAddress } from "#domain/accounts/return-address.ts";
import { EMPTY_FORM, typed } from "#domain/basics/fault.ts";
import { giveCode } from "#features/accounts/actions.ts";
import { EnterCodePage, FollowLinkPage, WaitPage } from "#features/accounts/ui/sign-in.tsx";
import { goTo, siteForm, sitePage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

/** Asks for the code or, from the link in the mail, for the press of a button. Never uses the code up. */
export const GET = sitePage(async ({ locale }, { query }) => {
  const t = messages(locale).accounts;
  const email = query.get("email") ?? "";
  const code = query.get("code") ?? "";
  const next = returnAddress(query.get("next"), "");
  const guest = query.get("as") === "guest";
  if (email === "") return goTo(`/${locale}/sign-in`);
  const door = { locale, form: EMPTY_FORM, next, guest, email };
  if (code === "") return { title: t.code.title, layout: "task", robots: "noindex", query: query.toString(), body: <EnterCodePage {...door} /> };
  return { title: guest ? t.link.guestTitle : t.link.title, layout: "task", robots: "noindex", query: query.toString(), body: <FollowLinkPage {...door} code={code} /> };
});

export const POST = siteForm(async ({ locale }, form, { request }) => {
  const t = messages(locale).accounts;
  const answer = await giveCode({ request, locale }, form.values);
  if (answer.ok) return goTo(answer.value.next || `/${locale}/account`, { "Set-Cookie": answer.value.cookie });
  const refused = answer.error;
  // An address that was changed on the way here is asked for again.
  if (refused.faults.some(({ field }) => field === "email")) return goTo(`/${locale}/sign-in`);
  if (refused.faults.some(({ code }) => code === "too-many-tries"))
    return { title: t.wait.tries.title, status: 429, layout: "task", body: <WaitPage locale={locale} what="tries" /> };
  const door = { locale, form: refused, next: returnAddress(typed(refused, "next"), ""), guest: typed(refused, "as") === "guest", email: typed(refused, "email") };
  const { email, next, guest } = door;
  const query = new URLSearchParams({ email, ...(next && { next }), ...(guest && { as: "guest" }) }).toString();
  return { title: t.code.title, status: 422, layout: "task", robots: "noindex", query, body: <EnterCodePage {...door} /> };
});

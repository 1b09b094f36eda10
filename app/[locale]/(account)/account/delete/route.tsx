import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { deleteAccount, signOut } from "#features/accounts/actions.ts";
import { AccountDeletedPage, DeleteAccountPage } from "#features/accounts/ui/account.tsx";
import { siteForm, sitePage, type AccountVisit } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage((who) => Promise.resolve(show(who, EMPTY_FORM)));

export const POST = siteForm(async (who, form, { request }) => {
  const { locale, person } = who;
  if (!person) throw new AccessError("sign-in");
  const gone = await deleteAccount(person, form.values);
  if (!gone.ok) return { ...show(who, gone.error), status: 422 };
  const headers = new Headers();
  for (const cookie of await signOut(request)) headers.append("Set-Cookie", cookie);
  return { title: messages(locale).accounts.account.deletedTitle, robots: "noindex", headers, body: <AccountDeletedPage locale={locale} /> };
});

function show({ locale, person }: AccountVisit, form: RefusedForm) {
  if (!person) throw new AccessError("sign-in");
  const t = messages(locale).accounts.account;
  return { title: t.deleteTitle, section: "account" as const, robots: "noindex" as const, crumbs: [{ href: `/${locale}/account`, text: t.title }], body: <DeleteAccountPage locale={locale} email={person.email} form={form} /> };
}

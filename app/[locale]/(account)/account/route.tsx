import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { changeAccount } from "#features/accounts/actions.ts";
import { AccountPage } from "#features/accounts/ui/account.tsx";
import { listWork } from "#features/councils/people/queries.ts";
import { goTo, siteForm, sitePage, type AccountVisit } from "#features/councils/respond.tsx";
import { listPartnerWork } from "#features/partnerships/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage((who, { query }) => show(who, EMPTY_FORM, query.has("saved")));

export const POST = siteForm(async (who, form) => {
  const { locale, person } = who;
  if (!person) throw new AccessError("sign-in");
  const answer = await changeAccount(person, form.values);
  return answer.ok ? goTo(`/${locale}/account?saved`) : { ...(await show(who, answer.error, false)), status: 422 };
});

async function show({ locale, person }: AccountVisit, form: RefusedForm, saved: boolean) {
  if (!person) throw new AccessError("sign-in");
  const { title } = messages(locale).accounts.account;
  const roleNames = messages(locale).people.roles;
  const work = (await listWork(person)).map(({ name, slug, roles }) => ({
    title: messages(locale).accounts.account.workspace({ council: textIn(name, locale).text }),
    roles: format(locale).list(roles.map((role) => roleNames[role].name)),
    href: `/${locale}/${slug}/manage`,
  }));
  const ofPartners = (await listPartnerWork(person)).map(({ council, slug, partners }) => ({
    title: messages(locale).partnerships.own.at({ council: textIn(council, locale).text }),
    roles: messages(locale).partnerships.own.lead({ partners: format(locale).list(partners.map((name) => textIn(name, locale).text)) }),
    href: `/${locale}/${slug}/partner`,
  }));
  return { title, section: "account" as const, robots: "noindex", body: <AccountPage locale={locale} person={person} form={form} saved={saved} work={[...work, ...ofPartners]} /> };
}

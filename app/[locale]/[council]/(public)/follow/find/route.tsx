import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { publicForm, publicPage } from "#features/councils/respond.tsx";
import { sendManageLink } from "#features/notifications/following/actions.ts";
import { FindPage, Told } from "#features/notifications/following/ui/following.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = publicPage(async (scope) => show(scope, EMPTY_FORM));

export const POST = publicForm(async (scope, form, { request }) => {
  const t = messages(scope.locale).following;
  const sent = await sendManageLink({ scope, request }, form.values);
  if (sent.ok) return { title: t.sent.title, layout: "task", body: <Told title={t.sent.title} lead={t.find.sent(sent.value)} /> };
  if (sent.error.faults.some(({ code }) => code === "too-many-mails"))
    return { title: t.wait.title, layout: "task", status: 429, body: <Told title={t.wait.title} lead={t.wait.lead} /> };
  return { ...show(scope, sent.error), status: 422 };
});

const show = ({ locale, council }: PublicScope, form: RefusedForm) => ({
  title: messages(locale).following.find.title,
  robots: "noindex",
  crumbs: [{ href: `/${locale}/${council.slug}`, text: messages(locale).site.haveYourSay }],
  body: <FindPage locale={locale} home={`/${locale}/${council.slug}`} form={form} />,
});

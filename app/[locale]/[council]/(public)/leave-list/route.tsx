import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { leaveList } from "#features/notifications/mailing-list/actions.ts";
import { ListMessage, PressPage } from "#features/notifications/mailing-list/ui/list-pages.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const t = messages(locale).mailingList;
  const plain = { section: "take-part" as const, robots: "noindex" };
  if (query.has("done")) return { ...plain, title: t.left, body: <ListMessage locale={locale} back={`/${locale}/${council.slug}`} title={t.left} text={t.leftMore} /> };
  return { ...plain, title: t.leave, body: <PressPage locale={locale} title={t.leave} text={t.leaveMore} button={t.leaveButton} link={query.get("k") ?? ""} /> };
});

export const POST = publicForm(async (scope, { values }, { path }) => {
  const { locale, council } = scope;
  const left = await leaveList(scope, values);
  if (left.ok) return goTo(`${path}?done`);
  const t = messages(locale).mailingList;
  return { status: 422, title: t.broken, robots: "noindex", body: <ListMessage locale={locale} back={`/${locale}/${council.slug}`} title={t.broken} text={t.leaveByOther} /> };
});

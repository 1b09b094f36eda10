import { textIn } from "#domain/basics/bilingual.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getEngagement, type EngagementInView } from "#features/involvement/queries.ts";
import { joinList } from "#features/notifications/mailing-list/actions.ts";
import { ListMessage, PressPage } from "#features/notifications/mailing-list/ui/list-pages.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"vote">(async (scope, { params, query }) => {
  const engagement = await getEngagement(scope, params.vote);
  const t = messages(scope.locale).mailingList;
  if (query.has("done")) return say(scope, engagement, t.joined, t.joinedMore);
  const vote = textIn(engagement.title, scope.locale).text;
  return { ...plain(t.confirm), body: <PressPage locale={scope.locale} title={t.confirm} text={t.confirmMore({ vote })} button={t.confirmButton} link={query.get("k") ?? ""} /> };
});

export const POST = publicForm<"vote">(async (scope, { values }, { params, path }) => {
  const engagement = await getEngagement(scope, params.vote);
  const t = messages(scope.locale).mailingList;
  const joined = await joinList({ scope, engagementId: engagement.id }, values);
  if (joined.ok) return goTo(`${path}?done`);
  const expired = joined.error.faults.some(({ code }) => code === "expired");
  return { ...say(scope, engagement, expired ? t.expired : t.broken, t.askAgain), status: 422 };
});

const plain = (title: string) => ({ title, section: "take-part" as const, robots: "noindex" });

const say = ({ locale, council }: PublicScope, { slug }: EngagementInView, title: string, text: string) => ({
  ...plain(title),
  body: <ListMessage locale={locale} back={`/${locale}/${council.slug}/votes/${slug}`} title={title} text={text} />,
});

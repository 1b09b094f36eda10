import { textIn } from "#domain/basics/bilingual.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { ToldMessage } from "#features/consultations/answering/ui/tell-pages.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getEngagement, type EngagementInView } from "#features/involvement/queries.ts";
import { joinList } from "#features/notifications/mailing-list/actions.ts";
import { PressPage } from "#features/notifications/mailing-list/ui/list-pages.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"consultation">(async (scope, { params, query }) => {
  const engagement = await getEngagement(scope, params.consultation);
  const t = messages(scope.locale).answering.tell;
  if (query.has("done")) return say(scope, engagement, t.joined, t.joinedMore);
  const title = textIn(engagement.title, scope.locale).text;
  return { ...plain(t.confirm), body: <PressPage locale={scope.locale} title={t.confirm} text={t.confirmMore({ title })} button={t.confirmButton} link={query.get("k") ?? ""} /> };
});

export const POST = publicForm<"consultation">(async (scope, { values }, { params, path }) => {
  const engagement = await getEngagement(scope, params.consultation);
  const t = messages(scope.locale).answering.tell;
  const joined = await joinList({ scope, engagementId: engagement.id }, values);
  if (joined.ok) return goTo(`${path}?done`);
  const expired = joined.error.faults.some(({ code }) => code === "expired");
  return { ...say(scope, engagement, expired ? t.expired : t.broken, t.askAgain), status: 422 };
});

const plain = (title: string) => ({ title, section: "take-part" as const, robots: "noindex" });

const say = ({ locale, council }: PublicScope, { slug }: EngagementInView, title: string, text: string) => ({
  ...plain(title),
  body: <ToldMessage locale={locale} back={`/${locale}/${council.slug}/consultations/${slug}`} title={title} text={text} />,
});

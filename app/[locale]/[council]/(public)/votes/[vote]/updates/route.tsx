import { textIn } from "#domain/basics/bilingual.ts";
import { ballotsOf } from "#domain/involvement/engagement.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getEngagement, type EngagementInView } from "#features/involvement/queries.ts";
import { askToBeTold } from "#features/notifications/mailing-list/actions.ts";
import { AskPage, ListMessage } from "#features/notifications/mailing-list/ui/list-pages.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

/** Asks to be told how a vote ended. Anybody may; whether they voted is neither asked nor looked up. */
export const GET = publicPage<"vote">(async (scope, { params, query }) => show(scope, await getEngagement(scope, params.vote), EMPTY_FORM, query.has("sent")));

export const POST = publicForm<"vote">(async (scope, { values }, { params, path, request }) => {
  const engagement = await getEngagement(scope, params.vote);
  const asked = await askToBeTold({ scope, request, engagement }, values);
  return asked.ok ? goTo(`${path}?sent`) : { ...show(scope, engagement, asked.error, false), status: 422 };
});

function show({ locale, council }: PublicScope, engagement: EngagementInView, form: RefusedForm, sent: boolean) {
  const t = messages(locale).mailingList;
  const home = `/${locale}/${council.slug}`;
  const back = `${home}/votes/${engagement.slug}`;
  const vote = textIn(engagement.title, locale).text;
  const declared = ballotsOf(engagement, now()) === "declared";
  return {
    title: sent ? t.sent : declared ? t.titleAfter : t.title,
    section: "take-part" as const,
    robots: "noindex",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: back, text: vote },
    ],
    body: sent ? <ListMessage locale={locale} back={back} title={t.sent} text={t.sentMore} /> : <AskPage locale={locale} vote={vote} back={back} form={form} declared={declared} />,
  };
}

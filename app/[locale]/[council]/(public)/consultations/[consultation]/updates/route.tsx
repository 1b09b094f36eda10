import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { TellPage, ToldMessage } from "#features/consultations/answering/ui/tell-pages.tsx";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getEngagement, type EngagementInView } from "#features/involvement/queries.ts";
import { askToBeTold } from "#features/notifications/mailing-list/actions.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** Asks to be told what came of a consultation. Anybody may; what they answered is neither asked nor looked up. */
export const GET = publicPage<"consultation">(async (scope, { params, query }) => show(scope, await getEngagement(scope, params.consultation), EMPTY_FORM, query.has("sent")));

export const POST = publicForm<"consultation">(async (scope, { values }, { params, path, request }) => {
  const engagement = await getEngagement(scope, params.consultation);
  const asked = await askToBeTold({ scope, request, engagement }, values);
  return asked.ok ? goTo(`${path}?sent`) : { ...show(scope, engagement, asked.error, false), status: 422 };
});

function show({ locale, council }: PublicScope, engagement: EngagementInView, form: RefusedForm, sent: boolean) {
  const t = messages(locale).answering.tell;
  const home = `/${locale}/${council.slug}`;
  const back = `${home}/consultations/${engagement.slug}`;
  const title = textIn(engagement.title, locale).text;
  return {
    title: sent ? t.sent : t.title,
    section: "take-part" as const,
    robots: "noindex",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: back, text: title },
    ],
    body: sent ? <ToldMessage locale={locale} back={back} title={t.sent} text={t.sentMore} /> : <TellPage locale={locale} title={title} back={back} form={form} />,
  };
}

import { standing } from "#domain/involvement/engagement.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listEngagements, listFeedback } from "#features/involvement/queries.ts";
import { ResultsList } from "#features/involvement/ui/results-list.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const at = now();
  const home = `/${locale}/${council.slug}`;
  const [engagements, feedback] = await Promise.all([listEngagements(scope), listFeedback(scope, 100)]);
  const over = engagements.filter((engagement) => ["closed", "results", "we-did"].includes(standing(engagement, at))).reverse();
  return {
    title: messages(locale).pages.results.title,
    section: "results",
    crumbs: [{ href: home, text: messages(locale).site.haveYourSay }],
    body: <ResultsList locale={locale} home={home} engagements={over} feedback={feedback} now={at} />,
  };
});

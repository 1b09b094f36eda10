import { textIn } from "#domain/basics/bilingual.ts";
import { countQuestions, countResponses, findAsked } from "#features/consultations/analysis/queries.ts";
import { PublicResults } from "#features/consultations/analysis/ui/public-results.tsx";
import { listFound } from "#features/consultations/coding/queries.ts";
import { ThemesFound } from "#features/consultations/coding/ui/themes-found.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { Feedback } from "#features/involvement/ui/hub.tsx";
import { responseClock } from "#domain/involvement/response-clock.ts";
import { listDelays } from "#features/involvement/conduct/queries.ts";
import { ResponseTime } from "#features/involvement/conduct/ui/response-time.tsx";
import { getAnalysed, listFeedback } from "#features/involvement/queries.ts";
import { now } from "#platform/clock.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"consultation">(async (scope, { params }) => {
  const { locale, council } = scope;
  const engagement = await getAnalysed(scope, params.consultation);
  const { slug, title, state, consultationId } = engagement;
  const [asked, totals, sorted, feedback] = await Promise.all([findAsked(scope, consultationId), countResponses(scope, consultationId), listFound(scope, consultationId), listFeedback(scope, 1_000)]);
  const own = feedback.find((each) => each.slug === slug);
  const themes = new Map(sorted.map(({ questionCode, written, themes: found }) => [questionCode, <ThemesFound key={questionCode} locale={locale} themes={found} written={written} answered={state !== "analysed"} />]));
  const home = `/${locale}/${council.slug}`;
  const name = textIn(title, locale).text;
  return {
    title: messages(locale).analysis.resultsOf({ title: name }),
    section: "results",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: `${home}/consultations/${slug}`, text: name },
    ],
    body: <PublicResults locale={locale} title={name} address={`${home}/consultations/${slug}/results`} asked={asked} totals={totals} questions={await countQuestions(scope, consultationId, asked)} themes={themes} answer={<ResponseTime locale={locale} clock={responseClock(engagement, now())} delays={await listDelays(engagement.id)} />}
        feedback={own ? <Feedback locale={locale} home={home} feedback={own} level={2} readMore={false} /> : null} />,
  };
});

import { textIn } from "#domain/basics/bilingual.ts";
import { countQuestions, countResponses, findAsked, type Asked } from "#features/consultations/analysis/queries.ts";
import { PublicResults } from "#features/consultations/analysis/ui/public-results.tsx";
import { countAllPlaces, isPublicMap } from "#features/consultations/map-answers/queries.ts";
import { drawPlaces } from "#features/consultations/map-answers/ui/places-found.tsx";
import { countPublished } from "#features/consultations/publishing/queries.ts";
import { compareWithout, findCountedApart } from "#features/consultations/signs/queries.ts";
import { WithAndWithout } from "#features/consultations/signs/ui/with-and-without.tsx";
import { listFound } from "#features/consultations/coding/queries.ts";
import { ThemesFound } from "#features/consultations/coding/ui/themes-found.tsx";
import { reachOf } from "#components/maps/projection.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listThread } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { Feedback } from "#features/involvement/ui/hub.tsx";
import { responseClock } from "#domain/involvement/response-clock.ts";
import { listDelays } from "#features/involvement/conduct/queries.ts";
import { ResponseTime } from "#features/involvement/conduct/ui/response-time.tsx";
import { getAnalysed, listAreaShapes, listFeedback } from "#features/involvement/queries.ts";
import { now } from "#platform/clock.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"consultation">(async (scope, { params }) => {
  const { locale, council } = scope;
  const engagement = await getAnalysed(scope, params.consultation);
  const { slug, title, state, consultationId } = engagement;
  const [asked, totals, sorted, feedback, apart, published, strands] = await Promise.all([
    findAsked(scope, consultationId),
    countResponses(scope, consultationId),
    listFound(scope, consultationId),
    listFeedback(scope, 1_000),
    findCountedApart(scope, consultationId),
    countPublished(scope, consultationId),
    listThread(scope, { kind: "engagement", id: engagement.id }),
  ]);
  const areas = await listAreaShapes(scope);
  const places = await countAllPlaces(scope, consultationId, asked.questions.filter(isPublicMap), { reach: reachOf(areas), hide: true });
  const maps = drawPlaces(asked.questions, places, { locale, areas, hide: true });
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
    body: (
      <PublicResults
        locale={locale}
        title={name}
        address={`${home}/consultations/${slug}/results`}
        asked={asked}
        totals={totals}
        questions={await countQuestions(scope, consultationId, asked)}
        themes={themes}
        maps={maps}
        answer={<ResponseTime locale={locale} clock={responseClock(engagement, now())} delays={await listDelays(engagement.id)} />}
        feedback={own ? <Feedback locale={locale} home={home} feedback={own} level={2} readMore={false} /> : null}
        thread={<ThreadSection locale={locale} home={home} strands={strands} />}
        apart={apart.responses === 0 ? null : <WithAndWithout locale={locale} asked={asked} apart={apart} compared={await compareWithout(scope, consultationId, shownOf(asked))} />}
        responsesAt={published === 0 ? null : `${home}/consultations/${slug}/responses`}
      />
    ),
  };
});

/** What may be told of everybody's answers: nothing about a person, and nothing the survey keeps back. */
const shownOf = (asked: Asked): Asked => ({ ...asked, dimensions: asked.dimensions.filter((dimension) => !("question" in dimension) || (!dimension.question.personal && !dimension.question.notPublished && dimension.question.type !== "consent")) });

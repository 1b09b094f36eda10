import { textIn } from "#domain/basics/bilingual.ts";
import { countQuestions, countResponses, findAsked } from "#features/consultations/analysis/queries.ts";
import { PublicResults } from "#features/consultations/analysis/ui/public-results.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { getAnalysed } from "#features/involvement/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"consultation">(async (scope, { params }) => {
  const { locale, council } = scope;
  const { slug, title, consultationId } = await getAnalysed(scope, params.consultation);
  const [asked, totals] = await Promise.all([findAsked(scope, consultationId), countResponses(scope, consultationId)]);
  const home = `/${locale}/${council.slug}`;
  const name = textIn(title, locale).text;
  return {
    title: messages(locale).analysis.resultsOf({ title: name }),
    section: "results",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: `${home}/consultations/${slug}`, text: name },
    ],
    body: <PublicResults locale={locale} title={name} address={`${home}/consultations/${slug}/results`} asked={asked} totals={totals} questions={await countQuestions(scope, consultationId, asked)} />,
  };
});

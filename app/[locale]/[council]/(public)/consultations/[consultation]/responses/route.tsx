import { textIn } from "#domain/basics/bilingual.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import { findAsked } from "#features/consultations/analysis/queries.ts";
import { listWardNames } from "#features/consultations/answering/queries.ts";
import { countPublished, listPublished } from "#features/consultations/publishing/queries.ts";
import { PublishedPage } from "#features/consultations/publishing/ui/published-page.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** Published responses, with a search: `?q=` words, `?page=`. */
export const GET = publicPage<"consultation">(async (scope, { params, query }) => {
  const { locale, council } = scope;
  const { engagement, open } = await getConsultationAtHand(scope, params.consultation);
  const words = (query.get("q") ?? "").slice(0, 200).replaceAll("\u0000", "");
  const page = pageAsked(query.get("page"));
  const [{ questions }, wards, all, listed] = await Promise.all([findAsked(scope, open.consultationId), listWardNames(scope), countPublished(scope, open.consultationId), listPublished(scope, open.consultationId, words, page)]);
  const home = `/${locale}/${council.slug}`;
  const title = textIn(engagement.title, locale).text;
  const address = `${home}/consultations/${engagement.slug}`;
  return {
    title: messages(locale).publishing.public.title({ title }),
    section: "results",
    query: query.toString(),
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: address, text: title },
    ],
    body: <PublishedPage locale={locale} title={title} address={`${address}/responses`} questions={questions} wards={wards} listed={listed} all={all} words={words} page={page} />,
  };
});

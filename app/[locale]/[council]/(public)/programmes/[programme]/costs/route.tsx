import { textIn } from "#domain/basics/bilingual.ts";
import { costsArePublic } from "#domain/budgeting/phase.ts";
import { listAllReviews } from "#features/budgeting/feasibility/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getProgrammeInView } from "#features/involvement/phases/queries.ts";
import { PublishedCosts } from "#features/involvement/shortlisting/ui/published-costs.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"programme">(async (scope, { params }) => {
  const { locale, council } = scope;
  const programme = await getProgrammeInView(scope, params.programme);
  const { site, programme: t, shortlisting } = messages(locale);
  const home = `/${locale}/${council.slug}`;
  const title = textIn(programme.title, locale).text;
  return {
    title: shortlisting.published.title,
    section: "take-part",
    crumbs: [
      { href: home, text: site.haveYourSay },
      { href: `${home}/programmes`, text: t.list.title },
      { href: `${home}/programmes/${programme.slug}`, text: title },
    ],
    body: <PublishedCosts locale={locale} title={title} programmeAt={`${home}/programmes/${programme.slug}`} proposals={costsArePublic(programme.phase, programme.voteIsPublic) ? await listAllReviews(scope, programme.programmeId) : null} />,
  };
});

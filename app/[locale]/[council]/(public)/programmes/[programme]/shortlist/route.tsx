import { textIn } from "#domain/basics/bilingual.ts";
import { costsArePublic } from "#domain/budgeting/phase.ts";
import { listAllReviews, listVersions } from "#features/budgeting/feasibility/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getProgrammeInView } from "#features/involvement/phases/queries.ts";
import { listShortlists } from "#features/involvement/shortlisting/queries.ts";
import { ShortlistMade } from "#features/involvement/shortlisting/ui/published-costs.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"programme">(async (scope, { params }) => {
  const { locale, council } = scope;
  const programme = await getProgrammeInView(scope, params.programme);
  const { site, programme: t, shortlisting } = messages(locale);
  const home = `/${locale}/${council.slug}`;
  const title = textIn(programme.title, locale).text;
  const rounds = await listShortlists(scope, programme.programmeId);
  const [proposals, versions] = rounds.length === 0 ? [[], new Map<string, never>()] : await Promise.all([listAllReviews(scope, programme.programmeId), listVersions(scope, programme.programmeId)]);
  return {
    title: shortlisting.made.title,
    section: "take-part",
    crumbs: [
      { href: home, text: site.haveYourSay },
      { href: `${home}/programmes`, text: t.list.title },
      { href: `${home}/programmes/${programme.slug}`, text: title },
    ],
    body: <ShortlistMade locale={locale} title={title} rounds={rounds} proposals={proposals} versions={versions} costsPublic={costsArePublic(programme.phase, programme.voteIsPublic)} />,
  };
});

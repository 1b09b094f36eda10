import { textIn } from "#domain/basics/bilingual.ts";
import { costsArePublic } from "#domain/budgeting/phase.ts";
import { listAllReviews, listVersions } from "#features/budgeting/feasibility/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getProgrammeInView } from "#features/involvement/phases/queries.ts";
import { listShortlists } from "#features/involvement/shortlisting/queries.ts";
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
  const shown = costsArePublic(programme.phase, programme.voteIsPublic);
  const [proposals, versions, made] = await Promise.all([
    shown ? listAllReviews(scope, programme.programmeId) : null,
    shown ? listVersions(scope, programme.programmeId) : new Map<string, never>(),
    listShortlists(scope, programme.programmeId),
  ]);
  return {
    title: shortlisting.published.title,
    section: "take-part",
    crumbs: [
      { href: home, text: site.haveYourSay },
      { href: `${home}/programmes`, text: t.list.title },
      { href: `${home}/programmes/${programme.slug}`, text: title },
    ],
    body: (
      <PublishedCosts
        locale={locale}
        title={title}
        programmeAt={`${home}/programmes/${programme.slug}`}
        proposals={proposals}
        versions={versions}
        made={made.length === 0 ? null : `${home}/programmes/${programme.slug}/shortlist`}
      />
    ),
  };
});

import { textIn } from "#domain/basics/bilingual.ts";
import { ButtonLink } from "#components/forms/button.tsx";
import { NewestIdeas } from "#features/budgeting/ideas/ui/ideas-list.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { findCallInView } from "#features/involvement/ideas/queries.ts";
import { ideasHome } from "#features/involvement/ideas/ui/frame.ts";
import { getProgrammeInView } from "#features/involvement/phases/queries.ts";
import { ProgrammeHero, ProgrammePage } from "#features/involvement/phases/ui/programme-page.tsx";
import { listPoolsFeeding } from "#features/partnerships/pooled-budgets/queries.ts";
import { FromPools } from "#features/partnerships/pooled-budgets/ui/pooled-budgets.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"programme">(async (scope, { params }) => {
  const { locale, council } = scope;
  const programme = await getProgrammeInView(scope, params.programme);
  const ideas = await findCallInView(scope, programme.programmeId);
  const ideasAt = ideasHome(scope, programme);
  const props = {
    locale,
    home: `/${locale}/${council.slug}`,
    programme,
    now: now(),
    fromPools: <FromPools locale={locale} home={`/${locale}/${council.slug}`} feeding={await listPoolsFeeding(scope, programme.programmeId)} />,
    action: ideas?.call.standing === "open" ? <ButtonLink forward href={`${ideasAt}/new`}>{messages(locale).ideas.send}</ButtonLink> : null,
    children: ideas === null ? null : <NewestIdeas locale={locale} home={ideasAt} call={ideas.call} newest={ideas.newest} />,
  };
  return {
    title: textIn(programme.title, locale).text,
    description: textIn(programme.summary, locale).text,
    section: "take-part",
    hero: <ProgrammeHero {...props} />,
    body: <ProgrammePage {...props} />,
  };
});

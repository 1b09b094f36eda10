import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getProgrammeInView } from "#features/involvement/phases/queries.ts";
import { ProgrammeHero, ProgrammePage } from "#features/involvement/phases/ui/programme-page.tsx";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"programme">(async (scope, { params }) => {
  const { locale, council } = scope;
  const programme = await getProgrammeInView(scope, params.programme);
  const props = { locale, home: `/${locale}/${council.slug}`, programme, now: now() };
  return {
    title: textIn(programme.title, locale).text,
    description: textIn(programme.summary, locale).text,
    section: "take-part",
    hero: <ProgrammeHero {...props} />,
    body: <ProgrammePage {...props} />,
  };
});

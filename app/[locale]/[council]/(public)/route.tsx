import { countDelivered } from "#features/budgeting/delivery/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listAreasToChoose, listEngagements, listFeedback } from "#features/involvement/queries.ts";
import { listProgrammes } from "#features/involvement/phases/queries.ts";
import { Hub, HubHero, type HubProps } from "#features/involvement/ui/hub.tsx";
import { listNewestStrands } from "#features/golden-thread/queries.ts";
import { GoldenThreads } from "#features/golden-thread/ui/golden-threads.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const [engagements, programmes, feedback, areas, strands, delivered] = await Promise.all([
    listEngagements(scope),
    listProgrammes(scope),
    listFeedback(scope),
    listAreasToChoose(scope),
    listNewestStrands(scope),
    countDelivered(scope),
  ]);
  const props: HubProps = {
    locale,
    home,
    council: { name: council.name, phone: council.contactPhone },
    engagements,
    programmes: programmes.filter(({ voteIsPublic }) => !voteIsPublic),
    feedback,
    areas,
    delivered,
    threads: strands.length > 0 ? <GoldenThreads locale={locale} home={home} strands={strands} /> : null,
    now: now(),
  };
  return { title: messages(locale).pages.hub.heading, section: "take-part", description: messages(locale).pages.hub.lead, hero: <HubHero {...props} />, body: <Hub {...props} /> };
});

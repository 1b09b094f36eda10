import { listCouncils } from "#features/councils/queries.ts";
import { sitePage } from "#features/councils/respond.tsx";
import { CouncilsHero, CouncilsList } from "#features/councils/ui/about.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage(async ({ locale }) => ({
  title: messages(locale).about.councils.title,
  hero: <CouncilsHero locale={locale} />,
  body: <CouncilsList locale={locale} councils={await listCouncils()} />,
}));

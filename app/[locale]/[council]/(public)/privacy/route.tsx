import { getPrivacyNotice } from "#features/councils/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { PrivacyPage } from "#features/councils/ui/about.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => ({
  title: messages(scope.locale).about.privacy.title,
  body: <PrivacyPage locale={scope.locale} council={scope.council} own={await getPrivacyNotice(scope)} />,
}));

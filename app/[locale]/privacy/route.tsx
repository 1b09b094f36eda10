import { sitePage } from "#features/councils/respond.tsx";
import { PrivacyPage } from "#features/councils/ui/about.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage(async ({ locale }) => ({ title: messages(locale).about.privacy.title, body: <PrivacyPage locale={locale} council={null} own={{ en: "", cy: "" }} /> }));

import { sitePage } from "#features/councils/respond.tsx";
import { AccessibilityPage } from "#features/councils/ui/about.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = sitePage(async ({ locale }) => ({ title: messages(locale).about.accessibility.title, body: <AccessibilityPage locale={locale} council={null} /> }));

import { publicPage } from "#features/councils/respond.tsx";
import { AccessibilityPage } from "#features/councils/ui/about.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async ({ locale, council }) => ({
  title: messages(locale).about.accessibility.title,
  body: <AccessibilityPage locale={locale} council={council} />,
}));

import { standing } from "#domain/involvement/engagement.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { DataPage } from "#features/councils/ui/about.tsx";
import { listEngagements } from "#features/involvement/queries.ts";
import { addressOf } from "#features/involvement/ui/engagement-list.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const at = now();
  const results = (await listEngagements(scope)).filter((engagement) => ["results", "we-did"].includes(standing(engagement, at)));
  const home = `/${locale}/${council.slug}`;
  const files = results.map((engagement) => ({ href: addressOf(home, engagement, true), title: engagement.title }));
  return { title: messages(locale).about.data.title, body: <DataPage locale={locale} home={home} results={files} /> };
});

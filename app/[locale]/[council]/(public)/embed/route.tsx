import { publicPage } from "#features/councils/respond.tsx";
import { findEngagements, readAsked } from "#features/involvement/finding/queries.ts";
import { EmbeddedList } from "#features/involvement/finding/ui/embedded-list.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { renderDocument } from "#platform/plain-page/document.tsx";
import { htmlResponse } from "#platform/plain-page/html-response.ts";

/** The list for a frame on another site. It is the only page that may stand in one: there is nothing in it to press but links. */
export const GET = publicPage(async (scope, { query }) => {
  const { locale, council } = scope;
  const asked = readAsked(query);
  const at = now();
  const { engagements } = await findEngagements(scope, asked.show === "" ? { ...asked, show: "open" } : asked, at);
  const html = renderDocument({
    lang: locale,
    title: messages(locale).finding.feeds.frameTitle,
    robots: "noindex",
    brandHref: `/brand/${council.slug}/${council.brand.brand.slice(1)}.css`,
    children: <EmbeddedList locale={locale} home={`/${locale}/${council.slug}`} council={council.name} engagements={engagements} now={at} />,
  });
  return htmlResponse(html, { framed: true, headers: { "Cache-Control": "public, max-age=300" } });
});

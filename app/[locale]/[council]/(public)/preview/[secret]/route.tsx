import { textIn } from "#domain/basics/bilingual.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { openPreview } from "#features/involvement/previewing/queries.ts";
import { getEngagementById } from "#features/involvement/queries.ts";
import { VoteHero, VoteInformation } from "#features/involvement/ui/vote-information.tsx";
import { getVoteInformation } from "#features/involvement/vote-information/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

/** A draft for whoever has its secret address. It is never kept, never indexed, and its address is told to nobody the page links to. */
export const GET = publicPage<"secret">(async (scope, { params }) => {
  const { locale, council } = scope;
  const opened = await openPreview(scope, params.secret);
  const engagement = await getEngagementById(scope, opened.engagementId);
  const t = messages(locale).programme.preview;
  const props = { ...(await getVoteInformation(scope, engagement)), locale, home: `/${locale}/${council.slug}`, now: now(), thread: null };
  return {
    title: t.title({ title: textIn(engagement.title, locale).text }),
    section: "take-part",
    robots: "noindex, nofollow",
    headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
    hero: <VoteHero {...props} />,
    body: (
      <>
        <Notice kind="warn" title={t.banner({ forWhom: opened.madeFor })}>
          {t.more({ council: textIn(council.name, locale).text, until: format(locale).longDate(opened.endsAt) })}
        </Notice>
        <VoteInformation {...props} />
      </>
    ),
  };
});

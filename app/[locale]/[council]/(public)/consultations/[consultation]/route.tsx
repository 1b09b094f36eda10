import { textIn } from "#domain/basics/bilingual.ts";
import { answeringPlace } from "#features/consultations/answering/ui/answering-place.ts";
import { StartPage } from "#features/consultations/answering/ui/start-page.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { listThread } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { responseClock } from "#domain/involvement/response-clock.ts";
import { listDelays } from "#features/involvement/conduct/queries.ts";
import { ResponseTime } from "#features/involvement/conduct/ui/response-time.tsx";
import { listChanges } from "#features/involvement/queries.ts";
import { FollowLink } from "#features/notifications/following/ui/follow-link.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { standing } from "#domain/involvement/engagement.ts";
import { messages } from "#i18n/messages.ts";
import { addressOf, StandingTag, tileOf } from "#features/involvement/ui/engagement-list.tsx";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"consultation">(async (scope, { params }) => {
  const { locale, council } = scope;
  const hand = await getConsultationAtHand(scope, params.consultation);
  const { engagement } = hand;
  const home = `/${locale}/${council.slug}`;
  const stands = standing(engagement, now());
  const read = stands === "results" || stands === "we-did" ? stands : "no";
  const props = { ...answeringPlace(scope, hand), summary: engagement.summary, decision: engagement.decision, decidedBy: engagement.decidedBy, affected: engagement.affected };
  return {
    title: textIn(engagement.title, locale).text,
    section: "take-part",
    description: textIn(engagement.summary, locale).text,
    crumbs: [{ href: `/${locale}/${council.slug}`, text: textIn(council.name, locale).text }],
    body: (
      <div className="stack-l">
        <StartPage
          {...props}
          read={read}
          answer={<ResponseTime locale={locale} clock={responseClock(engagement, now())} delays={await listDelays(engagement.id)} />}
          results={
            read === "no" ? null : (
              <p className="mt-3">
                <ButtonLink forward href={addressOf(home, engagement, true)}>
                  {messages(locale).pages.vote.seeResults}
                </ButtonLink>
              </p>
            )
          }
          tag={<StandingTag locale={locale} engagement={engagement} now={now()} />} tile={tileOf({ ...engagement, tile: "" })} changes={await listChanges(engagement.id)} now={now()} />
        <div className="row noprint">
          <FollowLink locale={locale} home={home} thing={{ kind: "engagement", id: engagement.id }} />
        </div>
        <ThreadSection locale={locale} home={home} strands={await listThread(scope, { kind: "engagement", id: engagement.id })} />
      </div>
    ),
  };
});

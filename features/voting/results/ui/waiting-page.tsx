import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { PollState } from "#domain/voting/poll.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { PotLinks } from "./result-page.tsx";

export type WaitingState = "before" | "closed" | "lots" | "counted";

const TAGS: Record<WaitingState, TagKind> = { before: "notYet", closed: "underway", lots: "atRisk", counted: "underway" };

/** Where a result that is not declared stands, for residents, at `now`. */
export function waitingState({ state, lotsAwaited, closesAt }: { readonly state: PollState; readonly lotsAwaited: boolean; readonly closesAt: Date | null }, now: Date): WaitingState {
  if (lotsAwaited) return "lots";
  if (state === "closed" || state === "counted") return state;
  // The time is over, and the returning officer has yet to close the box.
  return closesAt !== null && closesAt <= now ? "closed" : "before";
}

export interface WaitingPageProps {
  readonly locale: Locale;
  readonly voteAddress: string;
  readonly vote: { readonly title: BilingualText; readonly resultsAt: Date | null };
  readonly pot: { readonly slug: string; readonly name: BilingualText };
  readonly pots: readonly { readonly name: BilingualText; readonly slug: string }[];
  readonly state: WaitingState;
  readonly closesAt: Date | null;
}

/** The result's page before it is declared: what is happening and when there will be more. */
export function WaitingPage({ locale, voteAddress, vote, pot, pots, state, closesAt }: WaitingPageProps) {
  const t = messages(locale).results.waiting;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <PageHead kicker={textIn(vote.title, locale).text} tag={<Tag kind={TAGS[state]}>{t[state].tag}</Tag>} title={t[state].title} lead={t[state].body} />
      <PotLinks locale={locale} voteAddress={voteAddress} pots={pots} current={pot.slug} />
      <div className="prose">
        {state === "before" && closesAt ? <p>{t.closes({ when: f.dateAndTime(closesAt) })}</p> : null}
        {vote.resultsAt ? <p>{t.promised({ date: f.longDate(vote.resultsAt) })}</p> : null}
        <p>
          <a href={voteAddress}>{t.information}</a> · <a href={`${voteAddress}/updates`}>{messages(locale).mailingList.link}</a>
        </p>
      </div>
    </div>
  );
}

import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { PUBLIC_STATES, type EngagementState } from "#domain/involvement/engagement.ts";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { EngagementForOfficers } from "#features/involvement/drafting/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { Status } from "./status.tsx";

/** The workspace of a council. */
export const deskOf = ({ locale, council }: ActorScope): string => `/${locale}/${council.slug}/manage`;

/** A vote's own page in the workspace. */
export const voteHome = (scope: ActorScope, engagementId: string): string => `${deskOf(scope)}/votes/${engagementId}`;

/** The way back from a page of the workspace: today, the list, and the vote where the page is one of its parts. */
export function voteCrumbs(scope: ActorScope, vote?: EngagementForOfficers) {
  const t = messages(scope.locale).workspace;
  if (vote?.electionId) return electionCrumbs(scope, [{ href: electionHome(scope, vote.id), text: textIn(vote.texts.title, scope.locale).text }]);
  return [
    { href: deskOf(scope), text: t.today.title },
    { href: `${deskOf(scope)}/votes`, text: t.list.title },
    ...(vote ? [{ href: voteHome(scope, vote.id), text: textIn(vote.texts.title, scope.locale).text }] : []),
  ];
}

export const isPublic = (state: EngagementState): boolean => (PUBLIC_STATES as readonly EngagementState[]).includes(state);

export type VotePart = "overview" | "ideas" | "projects" | "preview" | "readiness" | "approval" | "turnout" | "codes" | "requests" | "changes" | "feedback" | "reserve" | "announcement" | "evaluation";

const AFTER_RESULT: readonly EngagementState[] = ["decided", "fed-back", "archived"];

interface VoteFrameProps {
  readonly locale: Locale;
  readonly vote: EngagementForOfficers;
  readonly home: string;
  /** Where residents see it. */
  readonly publicAddress: string;
  readonly part: VotePart;
  readonly now: Date;
  readonly children: ReactNode;
}

/** Title, status and the pages of one vote. */
export function VoteFrame({ locale, vote, home, publicAddress, part, now, children }: VoteFrameProps) {
  const t = messages(locale).workspace.vote;
  const published = isPublic(vote.state);
  const parts: readonly VotePart[] = published
    ? ["overview", "ideas", "projects", "turnout", ...(part === "codes" ? [part] : []), "requests", "readiness", "approval", "changes", ...(AFTER_RESULT.includes(vote.state) ? (["reserve", "announcement", "evaluation"] as const) : []), "feedback"]
    : ["overview", "ideas", "projects", "preview", "readiness", "approval"];
  return (
    <div className="stack-l">
      <div className="row row--between">
        <div className="row">
          <h1>{textIn(vote.texts.title, locale).text}</h1>
          <Status locale={locale} vote={vote} now={now} />
        </div>
        {published ? <a href={publicAddress}>{t.asResident}</a> : null}
      </div>
      {vote.electionId !== null ? null : (
        <OnPageLinks
          label={t.nav}
          links={parts.map((each) => ({ href: each === "overview" ? home : `${home}/${each}`, text: each === "codes" ? messages(locale).accessCodes.desk.title : each === "ideas" ? messages(locale).ideas.desk.title : t[each], current: each === part ? "page" : undefined }))}
        />
      )}
      {children}
    </div>
  );
}

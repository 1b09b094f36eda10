import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { Actor } from "#domain/councils/actor.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { OnPageLinks } from "#components/navigation/on-page-links.tsx";
import type { ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { Status } from "#features/involvement/workspace/ui/status.tsx";
import { deskOf, isPublic } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";

/** A consultation's own page in the workspace. */
export const consultationHome = (scope: ActorScope, engagementId: string): string => `${deskOf(scope)}/consultations/${engagementId}`;

/** The way back from a page of the workspace: today, the list, and the consultation where the page is one of its parts. */
export function consultationCrumbs(scope: ActorScope, engagement?: ConsultationEngagement, survey = false) {
  const { workspace, surveys } = messages(scope.locale);
  return [
    { href: deskOf(scope), text: workspace.today.title },
    { href: `${deskOf(scope)}/consultations`, text: surveys.list.title },
    ...(engagement ? [{ href: consultationHome(scope, engagement.id), text: textIn(engagement.texts.title, scope.locale).text }] : []),
    ...(engagement && survey ? [{ href: `${consultationHome(scope, engagement.id)}/survey`, text: surveys.builder.title }] : []),
  ];
}

export type ConsultationPart = "overview" | "survey" | "preview" | "versions" | "readiness" | "approval" | "register" | "answers" | "changes" | "response" | "feedback";

interface ConsultationFrameProps {
  readonly locale: Locale;
  /** Who looks: what people wrote is only for those who work with it. */
  readonly actor: Actor;
  readonly engagement: ConsultationEngagement;
  readonly home: string;
  /** Where residents see it. */
  readonly publicAddress: string;
  readonly part: ConsultationPart;
  readonly now: Date;
  readonly children: ReactNode;
}

const ADDRESSES: Record<ConsultationPart, string> = { overview: "", survey: "/survey", preview: "/survey/preview", versions: "/survey/versions", readiness: "/readiness", approval: "/approval", register: "/register", answers: "/answers", changes: "/changes", response: "/response", feedback: "/feedback" };

/** Title, status and the pages of one consultation. */
export function ConsultationFrame({ locale, actor, engagement, home, publicAddress, part, now, children }: ConsultationFrameProps) {
  const { surveys, workspace } = messages(locale);
  const published = isPublic(engagement.state);
  const parts: readonly ConsultationPart[] = ["overview", "survey", "preview", "versions", "readiness", "approval", ...(published && can(actor, "responses.see", null) ? (["register", "answers"] as const) : []), ...(published ? (["changes", "response", "feedback"] as const) : [])];
  return (
    <div className="stack-l">
      <div className="row row--between">
        <div className="row">
          <h1>{textIn(engagement.texts.title, locale).text}</h1>
          <Status locale={locale} vote={engagement} now={now} consultation />
        </div>
        {published ? <a href={publicAddress}>{workspace.vote.asResident}</a> : null}
      </div>
      <OnPageLinks label={surveys.nav.label} links={parts.map((each) => ({ href: `${home}${ADDRESSES[each]}`, text: surveys.nav[each], current: each === part ? "page" : undefined }))} />
      {children}
    </div>
  );
}

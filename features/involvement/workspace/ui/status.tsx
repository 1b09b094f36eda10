import type { Locale } from "#domain/basics/bilingual.ts";
import { standing, type EngagementState } from "#domain/involvement/engagement.ts";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { messages } from "#i18n/messages.ts";

interface StatusProps {
  readonly locale: Locale;
  readonly vote: { readonly state: EngagementState; readonly opensAt: Date | null; readonly closesAt: Date | null };
  readonly now: Date;
  /** A consultation is answered, not voted on. */
  readonly consultation?: boolean;
}

type Shown = keyof ReturnType<typeof messages>["workspace"]["states"];

const KINDS: Readonly<Record<Shown, TagKind>> = {
  draft: "notYet",
  "in-review": "underway",
  approved: "good",
  published: "open",
  forthcoming: "upcoming",
  open: "open",
  "closing-soon": "closing",
  over: "atRisk",
  closed: "closed",
  analysed: "underway",
  decided: "decided",
  "fed-back": "done",
  archived: "closed",
};

/** How a vote stands, for officers. A published one says whether it is open, by its times. */
export function Status({ locale, vote, now, consultation = false }: StatusProps) {
  const shown = shownState(vote, now);
  const { workspace, surveys } = messages(locale);
  const words: Readonly<Record<Shown, string>> = consultation ? { ...workspace.states, ...surveys.states } : workspace.states;
  return <Tag kind={KINDS[shown]}>{words[shown]}</Tag>;
}

function shownState(vote: StatusProps["vote"], now: Date): Shown {
  if (vote.state !== "published") return vote.state;
  const stands = standing(vote, now);
  if (stands === "forthcoming" || stands === "closing-soon" || stands === "open") return stands;
  return "over";
}

import type { Fault } from "#domain/basics/fault.ts";
import type { Lifecycle } from "#domain/basics/lifecycle.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { countWords, MOST_PROMISES, MOST_WORDS, promisesOf } from "./statement.ts";

export const NOMINATION_STATES = ["draft", "sent", "accepted", "rejected", "withdrawn"] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];

export type NominationStep = "send" | "return" | "accept" | "reject" | "withdraw";

/** How somebody comes to stand: they write and send, an officer checks, and until the papers are printed they may step back. */
export const NOMINATION_LIFECYCLE: Lifecycle<NominationState, NominationStep> = {
  thing: "a nomination",
  initial: "draft",
  states: NOMINATION_STATES,
  transitions: [
    { act: "send", from: "draft", to: "sent" },
    // A paper with a mistake goes back while there is time to put it right.
    { act: "return", from: "sent", to: "draft" },
    { act: "accept", from: "sent", to: "accepted" },
    { act: "reject", from: "sent", to: "rejected" },
    { act: "withdraw", from: "draft", to: "withdrawn" },
    { act: "withdraw", from: "sent", to: "withdrawn" },
    // After printing the name stays on the paper: domain/elections/withdrawal.ts.
    { act: "withdraw", from: "accepted", to: "withdrawn" },
  ],
};

/** Under this age on polling day a parent or guardian must agree (UK GDPR article 8, Data Protection Act 2018 section 9). */
export const CONSENT_AGE = 13;

/** Whole years on a day of somebody born on another. Born on 29 February, a year is reached on 1 March (Family Law Reform Act 1969, section 9). */
export function ageOnDay(born: CivilDay, day: CivilDay): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) >= born.slice(5) ? years : years - 1;
}

export const needsConsent = (born: CivilDay, pollingDay: CivilDay): boolean => ageOnDay(born, pollingDay) < CONSENT_AGE;

/** What a candidate wrote, as it is judged before it is sent. */
export interface NominationToJudge {
  readonly born: CivilDay;
  /** In the language it was written in. */
  readonly statement: string;
  /** The other language, where it was translated. */
  readonly otherStatement: string;
  readonly promises: string;
  readonly videoUrl: string;
  readonly videoCaptioned: boolean;
  /** Whether a parent can be asked, where one must. */
  readonly parentNamed: boolean;
}

export interface NominationRules {
  readonly pollingDay: CivilDay;
  readonly candidateMinAge: number | null;
  readonly candidateMaxAge: number | null;
}

/** Everything that keeps what was written from being kept: too old, too long, a video without captions. */
export function judgeNomination(nomination: NominationToJudge, rules: NominationRules): readonly Fault[] {
  const faults: Fault[] = [];
  const age = ageOnDay(nomination.born, rules.pollingDay);
  if (rules.candidateMinAge !== null && age < rules.candidateMinAge) faults.push({ field: "born", code: "candidate-too-young", params: { age: rules.candidateMinAge } });
  else if (rules.candidateMaxAge !== null && age > rules.candidateMaxAge) faults.push({ field: "born", code: "candidate-too-old", params: { age: rules.candidateMaxAge } });
  for (const field of ["statement", "otherStatement"] as const) {
    const words = countWords(nomination[field]);
    if (words > MOST_WORDS) faults.push({ field, code: "too-many-words", params: { words, most: MOST_WORDS, over: words - MOST_WORDS } });
  }
  if (promisesOf(nomination.promises).length > MOST_PROMISES) faults.push({ field: "promises", code: "too-many-promises", params: { most: MOST_PROMISES } });
  if (nomination.videoUrl !== "" && !nomination.videoCaptioned) faults.push({ field: "videoCaptioned", code: "captions-needed" });
  if (needsConsent(nomination.born, rules.pollingDay) && !nomination.parentNamed) faults.push({ field: "parentEmail", code: "parent-needed" });
  return faults;
}

/** Where a nomination stands, as an officer checks it. */
export interface NominationToAccept {
  readonly confirmed: number;
  readonly needed: number;
  readonly consentNeeded: boolean;
  readonly consentGiven: boolean;
  /** Whether somebody else on the paper has the very same words beside their name. */
  readonly namesAlike: boolean;
}

export type WhyNotAccept = "too-few-nominators" | "no-consent" | "names-alike";

/** Everything that keeps a nomination from being accepted. */
export function whyNotAccept({ confirmed, needed, consentNeeded, consentGiven, namesAlike }: NominationToAccept): readonly WhyNotAccept[] {
  return [...(confirmed < needed ? ["too-few-nominators" as const] : []), ...(consentNeeded && !consentGiven ? ["no-consent" as const] : []), ...(namesAlike ? ["names-alike" as const] : [])];
}

/** Whether nominations are taken at this moment. */
export type NominationsStanding = "before" | "open" | "over";

export function nominationsStanding({ noticeGiven, opensAt, closesAt }: { readonly noticeGiven: boolean; readonly opensAt: Date; readonly closesAt: Date }, now: Date): NominationsStanding {
  if (!noticeGiven || now < opensAt) return "before";
  return now < closesAt ? "open" : "over";
}

import type { CivilDay } from "#domain/basics/london-time.ts";
import type { Answer, Answers } from "#domain/consultations/answer.ts";
import type { OfficeChannel, PublishConsent } from "#domain/consultations/response.ts";
import { differencesOf, plain, type AboutPaper, type KeyedPaper } from "./keyed-paper.ts";

/** Whom to write to about a response. Empty parts were not given. */
export interface ResponseContact {
  readonly name: string;
  readonly email: string;
  /** One line to a line. */
  readonly address: string;
  /** Asked to be told what came of it. */
  readonly tellResults: boolean;
}

/** A response that an officer wrote in, as it stands in the register or is to stand there. */
export interface StandingPaper extends KeyedPaper {
  readonly channel: OfficeChannel;
  readonly receivedOn: CivilDay;
  /** Null where nobody is to be written to, and once it was forgotten. */
  readonly contact: ResponseContact | null;
}

/** Longest reason for a correction. */
export const MOST_CORRECTION_REASON = 500;

/** Whether leave to publish is no wider than it was: a person's no, or silence, is not turned into a yes by whoever writes it in. */
export const isNoWider = (before: PublishConsent, after: PublishConsent): boolean => after === before || after === "no";

const CONTACT_PARTS = ["name", "email", "address", "tellResults"] as const;

export type CorrectedPart = AboutPaper | "channel" | "receivedOn" | keyof ResponseContact | { readonly question: string };

/** What differs between two states of one response: parts about it and codes of questions, in that order. */
export function changesOf(before: StandingPaper, after: StandingPaper): readonly CorrectedPart[] {
  const about = (["channel", "receivedOn"] as const).filter((part) => before[part] !== after[part]);
  const contact = CONTACT_PARTS.filter((part) => (before.contact ?? NOBODY)[part] !== (after.contact ?? NOBODY)[part]);
  return [...about, ...contact, ...differencesOf(withoutWards(before), withoutWards(after))];
}

const NOBODY: ResponseContact = { name: "", email: "", address: "", tellResults: false };

/** The codes of the questions among what differs. */
export const changedAnswers = (changes: readonly CorrectedPart[]): readonly string[] => changes.flatMap((part) => (typeof part === "string" ? [] : [part.question]));

/** The ward follows from the postcode and is nobody's to write. */
const withoutWards = <T extends KeyedPaper>(paper: T): T => ({ ...paper, answers: Object.fromEntries(Object.entries(paper.answers).map(([code, answer]) => [code, answer && wardless(answer)])) });

function wardless(answer: Answer): Answer {
  const { areaId: _areaId, ...rest } = answer;
  // Of a postcode that was forgotten the ward is all there is.
  return Object.keys(rest).length === 0 ? answer : rest;
}

/**
 * What a form of corrections means: answers that it cannot show stay as they stand: files that came with them, and the ward of a postcode
 * that was forgotten.
 */
export function withWhatCannotBeTyped(stands: Answers, typed: Answers): Answers {
  const kept = Object.entries(stands).filter(([code, answer]) => typed[code] === undefined && answer !== undefined && (answer.files !== undefined || plain(wardless(answer)) === plain({ areaId: answer.areaId })));
  return { ...typed, ...Object.fromEntries(kept) };
}

export const RESPONSE_STATES = ["in-progress", "submitted"] as const;
export type ResponseState = (typeof RESPONSE_STATES)[number];

/** How an answer reached the council. */
export const RESPONSE_CHANNELS = ["web", "paper", "e-mail", "letter", "meeting-note"] as const;
export type ResponseChannel = (typeof RESPONSE_CHANNELS)[number];

/** Those by which something reaches the council that an officer writes into the register. */
export const OFFICE_CHANNELS = ["paper", "e-mail", "letter", "meeting-note"] as const satisfies readonly ResponseChannel[];
export type OfficeChannel = (typeof OFFICE_CHANNELS)[number];

export const RESPONDENT_KINDS = ["person", "organisation"] as const;
export type RespondentKind = (typeof RESPONDENT_KINDS)[number];

/** Where a response came from; counted apart, so that a recruited panel never passes for residents. */
export const RECRUITMENT_SOURCES = ["resident", "panel", "outside-area", "not-known"] as const;
export type RecruitmentSource = (typeof RECRUITMENT_SOURCES)[number];

/** Days for which answers that were not sent are kept after they were last saved. */
export const KEPT_DAYS = 30;

/** When a saved response is forgotten. */
export const keptUntil = (savedAt: Date): Date => new Date(savedAt.getTime() + KEPT_DAYS * 86_400_000);

/** Characters of a code to return with, and of a reference (`readable-code.ts`). */
export const RETURN_CODE_LENGTH = 12;
export const REFERENCE_LENGTH = 8;

/** Where a consultation stands for somebody who wants to answer. */
export type Opening = "forthcoming" | "open" | "closed";

/** A consultation takes answers from its opening instant to just before its closing instant. */
export function openingAt({ opensAt, closesAt }: { readonly opensAt: Date; readonly closesAt: Date }, now: Date): Opening {
  if (now < opensAt) return "forthcoming";
  return now < closesAt ? "open" : "closed";
}

/** Whether whoever answered lets their own words be published. Nobody asked is nobody who agreed. */
export const PUBLISH_CONSENTS = ["not-asked", "no", "yes"] as const;
export type PublishConsent = (typeof PUBLISH_CONSENTS)[number];

/** Under this code stands what a letter says that follows no questions. No question can have it (`CODE_PATTERN`). */
export const LETTER_CODE = "_letter";

/** Under this code stand the scans of a letter that an officer wrote in. No question can have it (`CODE_PATTERN`). */
export const SCAN_CODE = "_scan";

/** Scans of one letter at most, and megabytes of one. */
export const MOST_SCANS = 5;
export const MOST_SCAN_MEGABYTES = 15;

/** What somebody who took part is written to about: that their response came, and what came of it. */
export const LETTER_OCCASIONS = ["received", "results"] as const;
export type LetterOccasion = (typeof LETTER_OCCASIONS)[number];

/** How a correction of what an officer wrote in stands. Of a paper that two people wrote in it waits for another officer. */
export const CORRECTION_STATES = ["waiting", "stands", "declined"] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

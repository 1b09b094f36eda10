import type { Answer } from "#domain/consultations/answer.ts";
import type { Question, QuestionType } from "#domain/consultations/survey.ts";

/** Answers that say who or where somebody is, or are files: never published one by one. */
const NEVER: readonly QuestionType[] = ["contact", "address", "postcode", "organisation", "file", "map", "consent"];

/**
 * Whether single answers to a question may be published at all. Equality answers are no answers of a response: they stand in a record
 * of their own that names none, and cannot be.
 */
export const isPublishable = ({ type, personal, notPublished }: Question): boolean => !personal && !notPublished && !NEVER.includes(type);

/** The words somebody wrote in an answer; empty where they only chose. */
export const wordsOf = ({ text, other }: Answer): string => text ?? other ?? "";

/** What a person decided about one answer. */
export const PUBLICATION_VERDICTS = ["undecided", "published", "withheld"] as const;
export type PublicationVerdict = (typeof PUBLICATION_VERDICTS)[number];

/** A question or an answer waits until somebody has read it; then everybody may, or nobody. */
export const QUESTION_STATES = ["held", "shown", "refused"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** The most characters of a question, and of an answer. */
export const MOST_ASKED = 300;
export const MOST_ANSWERED = 1200;

/** How a request to be looked for on a roll by an officer stands. */
export const ROLL_ENQUIRY_STATES = ["waiting", "matched", "refused"] as const;
export type RollEnquiryState = (typeof ROLL_ENQUIRY_STATES)[number];

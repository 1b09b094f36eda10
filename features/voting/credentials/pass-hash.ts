import { sha256 } from "#platform/keys.ts";

/** What is kept of a pass. Another hash for each poll, so that the passes of one voter cannot be joined. */
export const passHash = (token: string, pollId: string): Buffer => sha256("folkmoot/pass/v1", token, pollId);

import { sha256 } from "#platform/keys.ts";

/** Codes a nominator or a parent types or follows as a link: 24^12 of them, so that a plain hash is enough. */
export const NOMINATION_CODE_LENGTH = 12;
export const hashOfCode = (code: string): Buffer => sha256("folkmoot/nomination-code/v1", code);

import { makeReadableCode, readReadableCode, showReadableCode } from "#domain/basics/readable-code.ts";

/** What somebody whose request is held is told, and says on the telephone: eight characters. */
const LENGTH = 8;

export const makeClaimReference = (chooseBelow: (n: number) => number): string => makeReadableCode(LENGTH, chooseBelow);

/** As typed or as it stands in an address, with or without its dash; null when it cannot be a reference. */
export const readClaimReference = (typed: string): string | null => readReadableCode(typed, LENGTH);

export const showClaimReference = showReadableCode;

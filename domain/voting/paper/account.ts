/**
 * The ballot paper account of a batch: every paper that was printed is somewhere. After the account that a presiding officer
 * writes at the close of poll (rule 43 of the Local Elections (Principal Areas) (England and Wales) Rules 2006) and the returning
 * officer verifies (rule 45), with the papers not returned counted too, as nobody is watched to the box.
 */

/** How many papers; each a whole number, none negative. */
export interface PaperAccount {
  readonly printed: number;
  /** Handed to somebody, replacements too. */
  readonly issued: number;
  readonly unused: number;
  /** Torn, misprinted or lost before they were handed out. */
  readonly damaged: number;
  /** Found in the ballot box. */
  readonly returned: number;
  /** Handed back by the voter, cancelled and replaced by another paper. */
  readonly spoilt: number;
  /** Handed out and never seen again. */
  readonly notReturned: number;
  /** Papers of the box keyed twice and decided: accepted and rejected. */
  readonly keyed: number;
  /** Voters whom the roll marks as handed a paper of this batch; a replacement is no second mark. */
  readonly marked: number;
}

/** The equations of an account. Each names what its difference means. */
export const ACCOUNT_CHECKS = ["printed", "issued", "keyed", "marked"] as const;
export type AccountCheck = (typeof ACCOUNT_CHECKS)[number];

export interface Difference {
  readonly check: AccountCheck;
  /** What one side says and what the other adds up to; never equal. */
  readonly stated: number;
  readonly found: number;
  /** `stated - found`: more than nothing where papers are missing, less where there are too many. */
  readonly missing: number;
}

const SIDES: Readonly<Record<AccountCheck, (a: PaperAccount) => readonly [stated: number, found: number]>> = {
  printed: (a) => [a.printed, a.issued + a.unused + a.damaged],
  issued: (a) => [a.issued, a.returned + a.spoilt + a.notReturned],
  keyed: (a) => [a.returned, a.keyed],
  marked: (a) => [a.issued - a.spoilt, a.marked],
};

/** What does not come out; empty where the account balances. */
export function differencesOf(account: PaperAccount): readonly Difference[] {
  return ACCOUNT_CHECKS.flatMap((check) => {
    const [stated, found] = SIDES[check](account);
    return stated === found ? [] : [{ check, stated, found, missing: stated - found }];
  });
}

export const balances = (account: PaperAccount): boolean => differencesOf(account).length === 0;

export const NO_PAPERS: PaperAccount = { printed: 0, issued: 0, unused: 0, damaged: 0, returned: 0, spoilt: 0, notReturned: 0, keyed: 0, marked: 0 };

/** The account of several batches together: a polling place's, or the poll's. */
export function sumOfAccounts(accounts: readonly PaperAccount[]): PaperAccount {
  const add = (field: keyof PaperAccount): number => accounts.reduce((sum, account) => sum + account[field], 0);
  return {
    printed: add("printed"),
    issued: add("issued"),
    unused: add("unused"),
    damaged: add("damaged"),
    returned: add("returned"),
    spoilt: add("spoilt"),
    notReturned: add("notReturned"),
    keyed: add("keyed"),
    marked: add("marked"),
  };
}

/** Who signs a batch off: one officer where it balances, two and a reason where it does not. */
export interface SignOff {
  readonly reason: string;
  readonly signedBy: string | null;
  readonly countersignedBy: string | null;
}

export type SealRefusal = "not-signed" | "reason-needed" | "second-name-needed" | "same-name-twice";

/** Why a batch may not be sealed, or null. */
export function whyNotSealed(account: PaperAccount, { reason, signedBy, countersignedBy }: SignOff): SealRefusal | null {
  if (signedBy === null) return "not-signed";
  if (balances(account)) return null;
  if (reason.trim() === "") return "reason-needed";
  if (countersignedBy === null) return "second-name-needed";
  return countersignedBy === signedBy ? "same-name-twice" : null;
}

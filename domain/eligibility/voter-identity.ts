import type { Brand } from "#domain/basics/brand.ts";

/** Who a voter is, in one text. Its keyed hash is the voter of a poll; two ways that lead to the same text are one voter. */
export type VoterIdentity = Brand<string, "VoterIdentity">;

/** How somebody showed who they are. Kept on their pass, never on a ballot. */
export const PASS_WAYS = ["email", "code", "roll", "officer"] as const;
export type PassWay = (typeof PASS_WAYS)[number];

/** An entry of an imported roll: whoever is matched to it, by whatever way, is this voter. */
export const electorIdentity = (entryId: string): VoterIdentity => `elector:${entryId}` as VoterIdentity;

/** An access code that is bound to nobody on a roll. */
export const codeIdentity = (codeId: string): VoterIdentity => `code:${codeId}` as VoterIdentity;

/** A confirmed e-mail address, however it is written. */
export const emailIdentity = (email: string): VoterIdentity => `email:${email.normalize("NFKC").trim().toLowerCase()}` as VoterIdentity;

/** Somebody an officer saw who is on no roll and gave no address: a keyed hash of name, date of birth and postcode. */
export const personIdentity = (hash: string): VoterIdentity => `person:${hash}` as VoterIdentity;

import { manifestHash, readManifest, type Manifest } from "#domain/voting/ballot-box/manifest.ts";
import { hex } from "#domain/voting/ballot-box/bytes.ts";
import type { BallotPaper } from "#domain/voting/ballot-paper.ts";

/** What the page says of the vote: where its programs answer, and the fingerprint of its rules. */
export interface VotePlace {
  readonly poll: string;
  /** SHA-256 of leaf 0, in hex: the rules fingerprint. */
  readonly manifest: string;
  readonly style: string;
  readonly issuer: string;
  readonly box: string;
  readonly closesAt: number;
  /** Of whoever holds the pass; empty where no pass is held. */
  readonly voter: string;
  /** The roll has the voter's mark already. */
  readonly issued: boolean;
  /** The address of the curves in plain script. */
  readonly curves: string;
  /** The address of the program that draws QR codes. */
  readonly qr: string;
  readonly receipt: string;
}

export const placeOf = (element: HTMLElement): VotePlace => JSON.parse(element.dataset["votePlace"] ?? "null") as VotePlace;

export const boxAddress = ({ box, poll }: Pick<VotePlace, "box" | "poll">, what: string): string => `${box}/polls/${poll}${what}`;

/** Leaf 0, checked against the fingerprint that the page gives. Null where it is another; throws where it cannot be fetched. */
export async function fetchManifest(place: VotePlace): Promise<Manifest | null> {
  const response = await fetch(boxAddress(place, "/manifest.json"), { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) throw new Error(`leaf 0: ${response.status}`);
  const text = await response.text();
  if (hex(await manifestHash(text)) !== place.manifest) return null;
  const manifest = readManifest(text);
  return manifest?.poll === place.poll ? manifest : null;
}

/** The ballot paper as leaf 0 says it. */
export function paperOf(manifest: Manifest): BallotPaper {
  const { poll, kind, question, minChoices, maxChoices, budgetPence, points, opensAt, closesAt, seed, options } = manifest;
  return {
    pollId: poll,
    kind,
    question,
    minChoices,
    maxChoices,
    budgetPence,
    pointsTotal: points?.total ?? null,
    pointsMost: points?.highest ?? null,
    electorateId: "",
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
    fingerprint: "",
    seed,
    options,
  };
}

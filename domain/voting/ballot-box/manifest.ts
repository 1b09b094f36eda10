/** Leaf 0: everything agreed before the vote. The SHA-256 of its bytes is the rules fingerprint that voters see and every ballot carries. */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { canonicalElectorate, type Electorate } from "#domain/eligibility/electorate.ts";
import { pointLimits } from "../ballot-paper.ts";
import { BALLOT_KINDS, MOST_VERSIONS, type BallotKind } from "../poll.ts";
import type { PollOption, RulesOfPoll } from "../rules-of-poll.ts";
import { sha256, utf8, type Bytes } from "./bytes.ts";
import { exactly, isBase64url, isBoolean, isInstant, isUuid, isWords, list, orNull, record, text, whole, type Shape } from "./shape.ts";
import { paddedBytes, type PointLimits } from "./vote.ts";

/** Ballots that are sealed into the log together, at the least. */
export const BATCH_SIZE = 50;

export type RuleParameter = string | number | boolean | null;

export interface Manifest {
  readonly type: "manifest";
  readonly format: "folkmoot/ballot-log/v1";
  readonly poll: string;
  /** Name of the log in its checkpoints. */
  readonly origin: string;
  readonly council: BilingualText;
  readonly question: BilingualText;
  readonly kind: BallotKind;
  readonly minChoices: number;
  readonly maxChoices: number | null;
  readonly budgetPence: number | null;
  readonly points: PointLimits | null;
  readonly options: readonly PollOption[];
  /** How it is counted: id, version of the counting program's rule, parameters. */
  readonly rule: { readonly id: string; readonly version: string; readonly parameters: Readonly<Record<string, RuleParameter>> };
  /** Where only chance can decide, lots are drawn before a witness and put in the log. */
  readonly tieRule: "lots";
  /** Who may vote, in words, and as the program reads it. */
  readonly eligibility: BilingualText;
  readonly electorate: Electorate;
  /** Ballot styles and the RSA key that stands for the right to vote in each (SubjectPublicKeyInfo). */
  readonly styles: readonly { readonly name: string; readonly key: string }[];
  /** X25519 key to which votes are sealed, and who can open: the platform's key store, or two of three people. */
  readonly countKey: { readonly key: string; readonly held: "key-store" | "2-of-3" };
  /** Ed25519 key that signs promises and checkpoints. */
  readonly logKey: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly batchSize: number;
  readonly mostVersions: number;
  /** Length of a vote before it is sealed. */
  readonly paddedBytes: number;
  /** Of the order in which options stand on the page. */
  readonly seed: string;
  readonly software: string;
}

/** What leaf 0 says beside the rules. Keys are bytes. */
export interface BoxOfPoll {
  readonly pollId: string;
  /** Host, and port if any, of the site: `vote.example.org`. */
  readonly host: string;
  readonly council: BilingualText;
  readonly eligibility: BilingualText;
  readonly styles: readonly { readonly name: string; readonly spki: Uint8Array }[];
  readonly countKey: { readonly key: Uint8Array; readonly held: "key-store" | "2-of-3" };
  readonly logKey: Uint8Array;
  readonly batchSize?: number;
  readonly software: string;
}

export const originOf = (host: string, pollId: string): string => `${host}/ballot-log/${pollId}`;

/** Version of the counting rules in domain/voting/counting; raised when a count could come out differently. */
export const RULES_VERSION = "1";

/** Leaf 0 of a poll. `write` puts key bytes as base64url without padding. */
export function makeManifest(rules: RulesOfPoll, box: BoxOfPoll, write: (bytes: Uint8Array) => string): Manifest {
  const kind = rules.ballotKind;
  const points = pointLimits({ ...rules, kind }, rules.options.length);
  return {
    type: "manifest",
    format: "folkmoot/ballot-log/v1",
    poll: box.pollId,
    origin: originOf(box.host, box.pollId),
    council: words(box.council),
    question: words(rules.question),
    kind,
    minChoices: rules.minChoices,
    maxChoices: rules.maxChoices,
    budgetPence: rules.budgetPence,
    points,
    options: rules.options.map(({ number, subjectId, title, costPence, reference }) => ({ number, subjectId, title: words(title), costPence, reference })),
    rule: { id: rules.rule, version: RULES_VERSION, parameters: Object.fromEntries(Object.entries(rules.ruleParameters).map(([name, value]) => [name, parameter(value)])) },
    tieRule: "lots",
    eligibility: words(box.eligibility),
    electorate: canonicalElectorate(rules.electorate),
    styles: box.styles.map(({ name, spki }) => ({ name, key: write(spki) })),
    countKey: { key: write(box.countKey.key), held: box.countKey.held },
    logKey: write(box.logKey),
    opensAt: rules.opensAt.toISOString(),
    closesAt: rules.closesAt.toISOString(),
    batchSize: box.batchSize ?? BATCH_SIZE,
    mostVersions: MOST_VERSIONS,
    paddedBytes: paddedBytes({ options: rules.options, kind, points }),
    seed: rules.seed,
    software: box.software,
  };
}

const words = ({ en, cy }: BilingualText): BilingualText => ({ en, cy });

/** Numbers that are whole, words, yes and no stay as they are; a fraction or a list is written as text, so that it reads the same everywhere. */
const parameter = (value: unknown): RuleParameter =>
  typeof value === "string" || typeof value === "boolean" || value === null || Number.isSafeInteger(value) ? (value as RuleParameter) : JSON.stringify(value);

/** The text of leaf 0. */
export const manifestText = (manifest: Manifest): string => canonicalJson(manifest);

/** The rules fingerprint, M: SHA-256 of leaf 0. */
export const manifestHash = (manifestBytes: Uint8Array | string): Promise<Bytes> => sha256(manifestBytes);

const isParameters: Shape<Readonly<Record<string, RuleParameter>>> = (value): value is Readonly<Record<string, RuleParameter>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((one) => one === null || typeof one === "string" || typeof one === "boolean" || Number.isSafeInteger(one));

const isElectorate = (value: unknown): value is Electorate => typeof value === "object" && value !== null && !Array.isArray(value);

export const isManifest: Shape<Manifest> = record({
  type: exactly("manifest"),
  format: exactly("folkmoot/ballot-log/v1"),
  poll: isUuid,
  origin: text(300, /^[^\s+]+$/),
  council: isWords,
  question: isWords,
  kind: exactly(...BALLOT_KINDS),
  minChoices: whole(),
  maxChoices: orNull(whole(1)),
  budgetPence: orNull(whole(1)),
  points: orNull(record({ lowest: whole(Number.MIN_SAFE_INTEGER), highest: whole(), total: orNull(whole()), mustGiveAll: isBoolean })),
  options: list(record({ number: whole(), subjectId: isUuid, title: isWords, costPence: orNull(whole()), reference: text() })),
  rule: record({ id: text(), version: text(), parameters: isParameters }),
  tieRule: exactly("lots"),
  eligibility: isWords,
  electorate: isElectorate,
  styles: list(record({ name: text(40, /^[\x21-\x7e]+$/), key: text(2_000, /^[\w-]+$/) })),
  countKey: record({ key: isBase64url(32), held: exactly("key-store", "2-of-3") }),
  logKey: isBase64url(32),
  opensAt: isInstant,
  closesAt: isInstant,
  batchSize: whole(1),
  mostVersions: whole(1, 255),
  paddedBytes: whole(64, 65_600),
  seed: text(),
  software: text(),
});

/** Leaf 0 read back; null where it is none, is not in canonical form, or contradicts itself. */
export function readManifest(leaf: string): Manifest | null {
  const value = JSON.parse(leaf) as unknown;
  if (!isManifest(value) || canonicalJson(value) !== leaf) return null;
  const numbers = new Set(value.options.map(({ number }) => number));
  const styles = new Set(value.styles.map(({ name }) => name));
  const sound = numbers.size === value.options.length && numbers.size > 0 && styles.size === value.styles.length && styles.size > 0 && value.paddedBytes === paddedBytes(value);
  return sound && value.origin.endsWith(`/ballot-log/${value.poll}`) && value.opensAt < value.closesAt ? value : null;
}

/** The bytes of leaf 0, as they are hashed. */
export const manifestBytes = (manifest: Manifest): Bytes => utf8(manifestText(manifest));

/**
 * Every way to tamper with a bundle that the verifier must notice, one for each fault it knows. Whoever tampers here holds the log's
 * key and signs the changed log again, except where that is the point: what remains is the fault itself.
 */
import { generateKeyPairSync } from "node:crypto";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { base64url, hex, utf8 } from "#domain/voting/ballot-box/bytes.ts";
import type { Election } from "#domain/voting/ballot-box/bundle.ts";
import { splitCheckpoints, checkpointsText } from "#domain/voting/ballot-box/bundle.ts";
import { leafText, type BallotLeaf, type Leaf, type LeafType } from "#domain/voting/ballot-box/leaves.ts";
import { manifestText, type Manifest } from "#domain/voting/ballot-box/manifest.ts";
import { openingText, readOpening, type OpenedVote, type Opening, type RefusedVote } from "#domain/voting/ballot-box/opening.ts";
import { canonicalVote } from "#domain/voting/ballot-box/vote.ts";
import type { BundleFault } from "#domain/voting/ballot-box/verify/faults.ts";
import { resigned, sha256, type SyntheticElection } from "./synthetic-election.ts";
import { writeTexts, type BundleTexts, type DraftBundle } from "./write-bundle.ts";

export interface Tampering {
  readonly what: string;
  readonly fault: BundleFault;
  /** Other faults that cannot but come with it; none where the list is left out. "any": what else is found is not the point. */
  readonly with?: readonly BundleFault[] | "any";
  readonly change: (draft: DraftBundle) => Promise<BundleTexts>;
}

// ---- reading and changing the log

const leavesOf = ({ lines }: DraftBundle): Leaf[] => lines.map((line) => JSON.parse(line) as Leaf);
const placeOf = (draft: DraftBundle, type: LeafType): number => leavesOf(draft).findIndex((leaf) => leaf.type === type);
const leafOf = <T extends LeafType>(draft: DraftBundle, type: T): Extract<Leaf, { type: T }> => leavesOf(draft)[placeOf(draft, type)] as Extract<Leaf, { type: T }>;
const ballotsOf = (draft: DraftBundle): { readonly leaf: BallotLeaf; readonly at: number }[] => leavesOf(draft).flatMap((leaf, at) => (leaf.type === "ballot" ? [{ leaf, at }] : []));
const versionsOf = (draft: DraftBundle, key: string): number => ballotsOf(draft).filter(({ leaf }) => leaf.key === key).length;
/** A ballot whose voter never changed it. */
const lonelyBallot = (draft: DraftBundle) => ballotsOf(draft).find(({ leaf }) => versionsOf(draft, leaf.key) === 1) as { leaf: BallotLeaf; at: number };
/** The first version of a ballot that was changed. */
const replacedBallot = (draft: DraftBundle) => ballotsOf(draft).find(({ leaf }) => leaf.version === 1 && versionsOf(draft, leaf.key) > 1) as { leaf: BallotLeaf; at: number };

const replaced = (draft: DraftBundle, at: number, line: string): DraftBundle => ({ ...draft, lines: draft.lines.with(at, line) });
const shifted = (draft: DraftBundle, from: number, by: 1 | -1): DraftBundle => ({
  ...draft,
  sizes: [...new Set(draft.sizes.map((size) => (size > from ? size + by : size)))],
  openings: draft.openings?.map((line) => {
    const opening = JSON.parse(line) as Opening;
    return openingText(opening.leaf >= from ? { ...opening, leaf: opening.leaf + by } : opening);
  }) ?? null,
});
const inserted = (draft: DraftBundle, at: number, leaf: Leaf): DraftBundle => ({ ...shifted(draft, at, 1), lines: draft.lines.toSpliced(at, 0, leafText(leaf)) });
const removed = (draft: DraftBundle, at: number): DraftBundle => ({ ...shifted(draft, at, -1), lines: draft.lines.toSpliced(at, 1) });
const changed = <T extends LeafType>(draft: DraftBundle, type: T, change: Partial<Extract<Leaf, { type: T }>>): DraftBundle =>
  replaced(draft, placeOf(draft, type), leafText({ ...leafOf(draft, type), ...change } as Leaf));
/** Before the result, behind everything else. */
const added = (draft: DraftBundle, leaf: Leaf): DraftBundle => inserted(draft, placeOf(draft, "result"), leaf);
/** The close leaf, counted again. */
const reclosed = (draft: DraftBundle): DraftBundle => {
  const ballots = ballotsOf(draft);
  return changed(draft, "close", { ballots: ballots.length, keys: new Set(ballots.map(({ leaf }) => leaf.key)).size });
};
const withResults = (draft: DraftBundle, results: string): DraftBundle => changed({ ...draft, results }, "result", { results: hex(sha256(utf8(results))) });
const ballotChanged = async (draft: DraftBundle, change: Parameters<typeof resigned>[2], { leaf, at } = lonelyBallot(draft)): Promise<DraftBundle> =>
  replaced(draft, at, leafText(await resigned(draft.election, leaf, change)));
const manifestChanged = (draft: DraftBundle, change: Partial<Manifest>): DraftBundle => {
  const manifest = { ...draft.election.manifest, ...change };
  const election: SyntheticElection = { ...draft.election, manifest, manifestHash: sha256(utf8(manifestText(manifest))) };
  return { ...replaced(draft, 0, manifestText(manifest)), election };
};

// ---- changing openings and files

const openingAt = (draft: DraftBundle, which: (opening: Opening) => boolean): number => (draft.openings ?? []).findIndex((line) => which(readOpening(line) as Opening));
const isOpened = (opening: Opening): opening is OpenedVote => "ballot" in opening;
const isRefused = (opening: Opening): opening is RefusedVote => "bytes" in opening;
const openingsChanged = (draft: DraftBundle, change: (lines: readonly string[]) => readonly string[]): DraftBundle => ({ ...draft, openings: change(draft.openings ?? []) });
const openingChanged = <T extends Opening>(draft: DraftBundle, which: (opening: Opening) => opening is T, change: (opening: T) => Opening): DraftBundle => {
  const at = openingAt(draft, which);
  return openingsChanged(draft, (lines) => lines.with(at, openingText(change(readOpening(lines[at] ?? "") as T))));
};
const textChanged = async (draft: DraftBundle, name: keyof BundleTexts, change: (text: string) => string | undefined): Promise<BundleTexts> => {
  const texts = await writeTexts(draft);
  const text = change(texts[name] ?? "");
  const { [name]: _, ...rest } = texts;
  return text === undefined ? rest : { ...rest, [name]: text };
};
const electionChanged = (draft: DraftBundle, change: Partial<Election>): Promise<BundleTexts> =>
  textChanged(draft, "election.json", (text) => canonicalJson({ ...(JSON.parse(text) as Election), ...change }));
const linesChanged = (draft: DraftBundle, change: (lines: string[]) => string[]): Promise<BundleTexts> =>
  textChanged(draft, "leaves.ndjson", (text) => `${change(text.trimEnd().split("\n")).join("\n")}\n`);
const notesChanged = (draft: DraftBundle, change: (notes: string[]) => string[]): Promise<BundleTexts> => textChanged(draft, "checkpoints.txt", (text) => checkpointsText(change(splitCheckpoints(text) ?? [])));

const IDENTITY = base64url(new Uint8Array(32).fill(1, 0, 1));
const EMPTY_BATCH = { type: "paper-batch", batch: "Z9", channel: "paper", style: "1", printed: 0, issued: 0, unused: 0, damaged: 0, returned: 0, spoilt: 0, notReturned: 0, accepted: 0, blank: 0, rejected: 0, imbalance: null } as const;

/** Of the usual election. */
export const TAMPERINGS: readonly Tampering[] = [
  // Leaf 0 and election.json
  { what: "leaf 0 with a member nobody knows", fault: "manifest-malformed", change: (d) => writeTexts(replaced(d, 0, canonicalJson({ ...d.election.manifest, hidden: true }))) },
  { what: "a cost raised in election.json", fault: "rules-differ", change: (d) => electionChanged(d, { rules: { ...d.election.manifest, budgetPence: 1 } }) },
  { what: "the fingerprint of other rules", fault: "fingerprint-differs", change: (d) => electionChanged(d, { manifest: "0".repeat(64) }) },
  { what: "the name of another log", fault: "election-differs", change: (d) => electionChanged(d, { origin: `elsewhere.example.org/ballot-log/${d.election.manifest.poll}` }) },
  { what: "another key of the log in election.json", fault: "log-key-differs", change: (d) => electionChanged(d, { logKey: "vote.example.org+00000000+AAAA" }) },
  { what: "a log key of small order", fault: "log-key-unusable", with: "any", change: (d) => writeTexts(manifestChanged(d, { logKey: IDENTITY })) },
  {
    what: "a short RSA key for a style",
    fault: "style-key-unusable",
    with: "any",
    change: (d) => writeTexts(manifestChanged(d, { styles: [{ name: "1", key: base64url(generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ type: "spki", format: "der" })) }] })),
  },
  { what: "a cost changed in leaf 0 after ballots were cast", fault: "ballot-for-other-rules", with: "any", change: (d) => writeTexts(manifestChanged(d, { budgetPence: 100 })) },
  { what: "a rule that nobody can count by", fault: "rule-unknown", with: "any", change: (d) => writeTexts(manifestChanged(d, { rule: { id: "as-we-like", version: "1", parameters: {} } })) },
  // The log as a log
  { what: "a leaf more than election.json says", fault: "leaves-miscounted", change: async (d) => electionChanged(d, { leaves: d.lines.length - 1 }) },
  { what: "two papers that changed places", fault: "root-differs", change: (d) => linesChanged(d, (lines) => swapped(lines, placeOf(d, "counts"), placeOf(d, "counts") + 1)) },
  {
    what: "the last leaf cut off, with its line end",
    fault: "checkpoint-beyond-log",
    with: ["leaves-miscounted", "log-not-covered", "result-missing"],
    change: (d) => linesChanged(d, (lines) => lines.slice(0, -1)),
  },
  { what: "no checkpoint at the end", fault: "log-not-covered", change: (d) => writeTexts({ ...d, sizes: d.sizes.slice(0, -1) }) },
  { what: "a checkpoint left out", fault: "checkpoints-miscounted", change: (d) => notesChanged(d, (notes) => notes.toSpliced(2, 1)) },
  { what: "a checkpoint that is no signed note", fault: "checkpoint-malformed", with: ["checkpoints-miscounted"], change: (d) => notesChanged(d, (notes) => notes.with(1, (notes[1] ?? "").replace("— ", "- "))) },
  { what: "a checkpoint signed by somebody else", fault: "checkpoint-not-signed", change: (d) => notesChanged(d, (notes) => notes.with(1, otherSignature(notes[1] ?? ""))) },
  { what: "checkpoints that do not grow", fault: "checkpoint-order", change: (d) => notesChanged(d, (notes) => swapped(notes, 1, 2)) },
  { what: "a batch of three ballots", fault: "batch-too-small", change: (d) => writeTexts({ ...d, sizes: d.sizes.toSpliced(1, 0, 4) }) },
  { what: "a leaf with spaces in it", fault: "leaf-not-canonical", with: ["counts-missing"], change: (d) => writeTexts(replaced(d, placeOf(d, "counts"), leafText(leafOf(d, "counts")).replace(",", ", "))) },
  { what: "a leaf of a type nobody knows", fault: "leaf-unknown", change: (d) => writeTexts(added(d, { type: "secret", poll: d.election.manifest.poll } as never)) },
  { what: "a leaf of another poll", fault: "leaf-of-another-poll", change: (d) => writeTexts(changed(d, "reissue", { poll: "00000000-0000-4000-8000-000000000000" })) },
  { what: "a second manifest", fault: "manifest-twice", change: (d) => writeTexts(added(d, d.election.manifest)) },
  { what: "a batch behind the result", fault: "leaf-after-result", change: (d) => writeTexts(inserted({ ...d, sizes: [...d.sizes.slice(0, -1), d.lines.length] }, d.lines.length, { ...EMPTY_BATCH, poll: d.election.manifest.poll })), with: ["log-not-covered"] },
  // Ballots
  { what: "a ballot that names other rules", fault: "ballot-for-other-rules", change: async (d) => writeTexts(await ballotChanged(d, { manifest: "0".repeat(64) })) },
  { what: "a ballot of a style there is not", fault: "style-unknown", change: async (d) => writeTexts(await ballotChanged(d, { style: "2" })) },
  { what: "a ballot that changed its style", fault: "style-changed", with: ["style-unknown"], change: async (d) => writeTexts(await ballotChanged(d, { style: "2" }, replacedBallot(d))) },
  { what: "a ballot under a key of small order", fault: "key-unusable", with: "any", change: (d) => writeTexts(replaced(d, lonelyBallot(d).at, leafText({ ...lonelyBallot(d).leaf, key: IDENTITY }))) },
  { what: "a token that the issuer did not sign", fault: "token-invalid", change: async (d) => writeTexts(await ballotChanged(d, { token: { ...lonelyBallot(d).leaf.token, prefix: base64url(new Uint8Array(32)) } })) },
  { what: "a token of another voter", fault: "token-invalid", change: async (d) => writeTexts(await ballotChanged(d, { token: replacedBallot(d).leaf.token })) },
  { what: "a commitment changed in the log", fault: "signature-invalid", with: ["commitment-differs", "results-differ", "votes-file-differs"], change: (d) => writeTexts(replaced(d, lonelyBallot(d).at, leafText({ ...lonelyBallot(d).leaf, commitment: "0".repeat(64) }))) },
  { what: "an assisted ballot called one cast on line", fault: "signature-invalid", with: "any", change: (d) => writeTexts(otherClass(d)) },
  { what: "two ballots of one version", fault: "version-repeated", change: async (d) => writeTexts(reclosed(inserted(d, placeOf(d, "close"), await again(d, 1)))) },
  { what: "a version of a ballot taken out of the log", fault: "version-missing", with: [], change: (d) => writeTexts(reclosed(removed(d, replacedBallot(d).at))) },
  { what: "the twenty-first version of a ballot", fault: "too-many-versions", change: async (d) => writeTexts(reclosed(inserted(d, placeOf(d, "close"), await again(d, 21)))) },
  { what: "a ballot behind the close", fault: "ballot-after-close", with: "any", change: async (d) => writeTexts(added(d, await d.election.makeBallot({ voter: "late" }))) },
  { what: "ballots for voters who were issued none", fault: "more-keys-than-issued", with: "any", change: stuffed },
  // Close, counts, amendments, reissues
  { what: "no close", fault: "close-missing", change: (d) => writeTexts(removed(d, placeOf(d, "close"))) },
  { what: "a second close", fault: "close-twice", change: (d) => writeTexts(added(d, leafOf(d, "close"))) },
  { what: "a close that counts a ballot more", fault: "close-miscounted", change: (d) => writeTexts(changed(d, "close", { ballots: leafOf(d, "close").ballots + 1 })) },
  { what: "no counts", fault: "counts-missing", change: (d) => writeTexts(removed(d, placeOf(d, "counts"))) },
  { what: "counts twice", fault: "counts-twice", change: (d) => writeTexts(added(d, leafOf(d, "counts"))) },
  { what: "fewer marks on the roll than keys", fault: "more-keys-than-issued", change: (d) => writeTexts(changed(d, "counts", { issued: { ...leafOf(d, "counts").issued, online: 20 } })) },
  { what: "fewer marks on the roll than papers", fault: "more-papers-than-issued", change: (d) => writeTexts(changed(d, "counts", { issued: { ...leafOf(d, "counts").issued, paper: 2 } })) },
  { what: "an amendment left out", fault: "amendment-order", change: (d) => writeTexts(changed(d, "amendment", { number: 7 })) },
  { what: "an amendment behind the close", fault: "amendment-after-close", change: (d) => writeTexts(added(d, { ...leafOf(d, "amendment"), number: amendmentsOf(d) + 1 })) },
  { what: "a reissue left out", fault: "reissue-order", change: (d) => writeTexts(changed(d, "reissue", { number: 3 })) },
  // Papers
  { what: "a batch accounted for twice", fault: "paper-batch-twice", change: (d) => writeTexts(added(d, leafOf(d, "paper-batch"))) },
  { what: "a batch with a paper too many", fault: "paper-batch-unbalanced", change: (d) => writeTexts(changed(d, "paper-batch", { issued: leafOf(d, "paper-batch").issued + 1 })) },
  { what: "a paper of no batch", fault: "paper-ballot-without-batch", change: (d) => writeTexts(added(d, { type: "paper-ballot", poll: d.election.manifest.poll, batch: "Z9", choices: [] })) },
  { what: "a paper fewer than accepted", fault: "paper-ballots-miscounted", with: ["results-differ", "votes-file-differs"], change: (d) => writeTexts(removed(d, placeOf(d, "paper-ballot"))) },
  { what: "a paper for what is not on the ballot", fault: "paper-ballot-invalid", with: ["results-differ", "votes-file-differs"], change: (d) => writeTexts(changed(d, "paper-ballot", { choices: [99] })) },
  // Openings
  { what: "openings kept back", fault: "openings-withheld", change: (d) => electionChanged(d, { openings: "withheld", votes: null }) },
  { what: "a line that is no opening", fault: "opening-malformed", change: (d) => writeTexts(openingsChanged(d, (lines) => [...lines, "{}"])) },
  { what: "an opening with spaces in it", fault: "opening-malformed", with: ["opening-missing", "results-differ", "votes-file-differs"], change: (d) => writeTexts(openingsChanged(d, (lines) => lines.with(0, (lines[0] ?? "").replace(",", ", ")))) },
  { what: "an opening of the manifest", fault: "opening-of-no-ballot", change: (d) => writeTexts(openingsChanged(d, (lines) => [...lines, openingText({ leaf: 0, refused: "does-not-open" })])) },
  { what: "the opening of a ballot that was replaced", fault: "opening-of-superseded", change: (d) => writeTexts(openingsChanged(d, (lines) => [...lines, openingText({ leaf: replacedBallot(d).at, refused: "does-not-open" })])) },
  { what: "a ballot opened twice", fault: "opening-twice", change: (d) => writeTexts(openingsChanged(d, (lines) => [...lines, lines[0] ?? ""])) },
  { what: "a ballot not opened", fault: "opening-missing", with: ["results-differ", "votes-file-differs"], change: (d) => writeTexts(openingsChanged(d, (lines) => lines.slice(1))) },
  { what: "another vote than was committed to", fault: "commitment-differs", with: ["results-differ", "votes-file-differs"], change: (d) => writeTexts(openingChanged(d, isOpened, ({ ballot, ...rest }) => ({ ...rest, ballot: { choices: ballot.choices.length === 0 ? [1] : [] } }))) },
  { what: "another salt", fault: "commitment-differs", with: ["results-differ", "votes-file-differs"], change: (d) => writeTexts(openingChanged(d, isOpened, (opening) => ({ ...opening, salt: base64url(new Uint8Array(32)) }))) },
  { what: "a vote counted that breaks the rules", fault: "opening-not-valid", change: (d) => writeTexts(openingChanged(d, isRefused, ({ leaf, salt }) => ({ leaf, salt, ballot: { choices: [99] } }))) },
  {
    what: "a vote refused that keeps the rules",
    fault: "opening-valid-refused",
    with: ["results-differ", "votes-file-differs"],
    change: (d) => writeTexts(openingChanged(d, isOpened, ({ leaf, salt, ballot }) => ({ leaf, salt, bytes: base64url(utf8(canonicalVote(ballot))), refused: "not-canonical" }))),
  },
  { what: "a vote refused for another reason", fault: "opening-reason-differs", change: (d) => writeTexts(openingChanged(d, isRefused, (opening) => ({ ...opening, refused: "over-the-pot" }))) },
  { what: "a vote said not to open", fault: "results-differ", with: ["votes-file-differs"], change: (d) => writeTexts(openingChanged(d, isOpened, ({ leaf }) => ({ leaf, refused: "does-not-open" }))) },
  // The result
  { what: "no result in the log", fault: "result-missing", change: (d) => writeTexts({ ...removed(d, placeOf(d, "result")), sizes: [...d.sizes.slice(0, -1), d.lines.length - 1] }) },
  { what: "two results", fault: "result-twice", change: (d) => writeTexts(added(d, leafOf(d, "result"))) },
  { what: "results.json changed after it was logged", fault: "result-hash-differs", with: ["results-differ"], change: (d) => textChanged(d, "results.json", (text) => text.replace('"winners":["', '"winners":["1","')) },
  { what: "another winner, logged and all", fault: "results-differ", change: (d) => writeTexts(withResults(d, d.results.replace('"winners":["', '"winners":["1","'))) },
  { what: "a vote more than there are", fault: "results-differ", change: (d) => writeTexts(withResults(d, d.results.replace('"refused":', '"refused":1'))) },
  { what: "results.json left out", fault: "results-missing", change: (d) => textChanged(d, "results.json", () => undefined) },
  { what: "lots for what is not on the ballot", fault: "lots-invalid", change: (d) => writeTexts(added(d, { type: "seed", poll: d.election.manifest.poll, lots: [99] })) },
  { what: "lots that were not drawn for the count", fault: "results-differ", change: (d) => writeTexts(added(d, { type: "seed", poll: d.election.manifest.poll, lots: [2, 1] })) },
  { what: "votes.pb left out", fault: "votes-file-missing", change: (d) => textChanged(d, "votes.pb", () => undefined) },
  { what: "votes.pb that is no such file", fault: "votes-file-unreadable", change: (d) => textChanged(d, "votes.pb", () => "nothing\n") },
  { what: "votes.pb with a voter less", fault: "votes-file-differs", change: (d) => textChanged(d, "votes.pb", (text) => text.trimEnd().split("\n").slice(0, -1).join("\n").replace(/num_votes;(\d+)/, (_, n: string) => `num_votes;${Number(n) - 1}`)) },
  { what: "votes.pb with another pot", fault: "votes-file-differs", change: (d) => textChanged(d, "votes.pb", (text) => text.replace(/^budget;/m, "budget;9")) },
];

function swapped<T>(items: readonly T[], one: number, other: number): T[] {
  return items.with(one, items[other] as T).with(other, items[one] as T);
}

/** A signed note with another signature of the right length under the same key's name. */
const otherSignature = (note: string): string => note.replace(/(— \S+ \S{20})(\S{4})/, (_, before: string, four: string) => before + (four === "AAAA" ? "BBBB" : "AAAA"));

function otherClass(draft: DraftBundle): DraftBundle {
  const { leaf, at } = ballotsOf(draft).find(({ leaf: ballot }) => ballot.class === "assisted") as { leaf: BallotLeaf; at: number };
  return replaced(draft, at, leafText({ ...leaf, class: "online" }));
}

/** Another ballot by a voter who voted once. */
const again = (draft: DraftBundle, version: number): Promise<BallotLeaf> => draft.election.makeBallot({ voter: draft.election.voterOf(lonelyBallot(draft).leaf), version, vote: { choices: [] } });

/** Ballots with good tokens for people whom the roll does not know of. */
async function stuffed(draft: DraftBundle): Promise<BundleTexts> {
  let more = draft;
  for (let voter = 0; voter < 8; voter += 1) more = inserted(more, placeOf(more, "close"), await draft.election.makeBallot({ voter: `stuffed ${voter}` }));
  return writeTexts(reclosed(more));
}

const amendmentsOf = (draft: DraftBundle): number => leavesOf(draft).filter(({ type }) => type === "amendment").length;

/** A log from which the operator took a ballot so that nothing shows but the receipt of its voter. */
export function ballotDropped(draft: DraftBundle): { readonly draft: DraftBundle; readonly receipt: string } {
  const { at } = lonelyBallot(draft);
  return { draft: reclosed(removed(draft, at)), receipt: draft.election.receipt(at) };
}

import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { pollOptions, polls } from "#db/schema/voting/polls.ts";
import { pollManifests } from "#db/schema/voting/public-log.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { makeManifest, manifestBytes } from "#domain/voting/ballot-box/manifest.ts";
import { whyUnready, type PollOption, type UnreadyPoll } from "#domain/voting/rules-of-poll.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { namesOfElectorates } from "#features/eligibility/electorate/names-of-electorates.ts";
import { electorateInWords } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { getElectorate } from "#features/eligibility/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { env } from "#platform/env.ts";
import { sha256 } from "#platform/keys.ts";
import { randomToken } from "#platform/random.ts";
import { makePollKeys, STYLE } from "./make-poll-keys.ts";

/** Stands in leaf 0, so that whoever checks a count knows what made it. */
const SOFTWARE = "folkmoot 0.1.0";

export interface ReadyPollInput {
  readonly pollId: string;
  readonly options: readonly PollOption[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** The people who hold the count key between them; the platform's own store unless told. */
  readonly keyCircle?: string | null;
}

/**
 * Freezes the ballot paper, the times, the rules and the public keys, and writes them down as leaf 0 of the poll's log, whose
 * hash is their fingerprint. From here on the database lets nobody change them. Part of the transaction that publishes; a refusal
 * must undo that transaction. Gives the fingerprint in hex. Throws ProgramAway while issuer, box or counter do not answer.
 */
export async function readyPoll(tx: Transaction, scope: AnyScope, input: ReadyPollInput): Promise<Result<{ readonly fingerprint: string }, "not-draft" | "key-not-drilled" | UnreadyPoll>> {
  const here = and(eq(polls.councilId, scope.council.id), eq(polls.id, input.pollId));
  const poll = found((await tx.select().from(polls).where(here).for("update"))[0], "poll");
  if (poll.state !== "draft") return err("not-draft");
  const options = [...input.options].sort((a, b) => a.number - b.number);
  const unready = whyUnready({ ...poll, options, opensAt: input.opensAt, closesAt: input.closesAt });
  if (unready) return err(unready);
  const keyCircle = input.keyCircle ?? null;
  const made = await makePollKeys(poll.id, keyCircle);
  if (!made.ok) return made;
  const keys = made.value;

  const seed = randomToken(16);
  const electorate = await getElectorate(scope, poll.electorateId, tx);
  const names = await namesOfElectorates(scope, [electorate], londonDay(input.closesAt), { executor: tx });
  const manifest = makeManifest(
    { ...poll, question: bilingual(poll.questionEn, poll.questionCy), electorate, opensAt: input.opensAt, closesAt: input.closesAt, seed, options },
    {
      pollId: poll.id,
      host: new URL(env().BASE_URL).host,
      council: scope.council.name,
      eligibility: { en: electorateInWords("en", electorate, names).sentence, cy: electorateInWords("cy", electorate, names).sentence },
      styles: [{ name: STYLE, spki: keys.signingKey }],
      countKey: { key: keys.countKey, held: keyCircle === null ? "key-store" : "2-of-3" },
      logKey: keys.logKey,
      software: SOFTWARE,
    },
    (bytes) => Buffer.from(bytes).toString("base64url"),
  );
  const leaf = Buffer.from(manifestBytes(manifest));
  const fingerprint = sha256(leaf);
  await tx.delete(pollOptions).where(eq(pollOptions.pollId, poll.id));
  await tx.insert(pollOptions).values(
    options.map(({ number, subjectId, title, costPence, reference }) => ({ pollId: poll.id, number, subjectId, titleEn: title.en, titleCy: title.cy, costPence, reference })),
  );
  await tx.update(polls).set({ state: "ready", opensAt: input.opensAt, closesAt: input.closesAt, fingerprint, seed, keyHeld: keyCircle === null ? "store" : "shares", keyCircle }).where(here);
  await tx.insert(pollManifests).values({ pollId: poll.id, leaf, hash: fingerprint });
  await record(tx, scope, { act: "poll.made-ready", thing: { kind: "poll", id: poll.id }, detail: { fingerprint: fingerprint.toString("hex") } });
  return ok({ fingerprint: fingerprint.toString("hex") });
}

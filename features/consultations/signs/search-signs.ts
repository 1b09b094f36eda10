import { sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { signSearches } from "#db/schema/consultations/register.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import { findNearIdentical } from "#domain/consultations/analysis/near-identical.ts";
import { findBursts, findDuplicates, type SenderTraits, type SignKind } from "#domain/consultations/register/signs.ts";
import type { ActorScope, AnyScope, SystemScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { enqueue } from "#platform/jobs/queue.ts";
import { keyedHash } from "#platform/keys.ts";

/** Texts at most, the first to come, and the fewest nearly the same that are a campaign. */
const MOST_TEXTS = 50_000;
const FEWEST_LETTERS = 3;

/** Asks for all responses to be looked through for signs; a job does it. Asked again while it waits it is done once. */
export function askForSigns(scope: ActorScope, { consultationId }: { readonly consultationId: string }): Promise<Ok<void>> {
  authorise(scope, "responses.judge-signs", undefined);
  return inTransaction(async (tx) => {
    const asked = { councilId: scope.council.id, askedAt: now(), askedBy: scope.actor.personId, finishedAt: null, responses: null };
    await tx.insert(signSearches).values({ consultationId, ...asked }).onConflictDoUpdate({ target: signSearches.consultationId, set: asked });
    await record(tx, scope, { act: "signs.searched", thing: { kind: "consultation", id: consultationId } });
    await enqueue(tx, "search-signs", { councilId: scope.council.id, consultationId }, { key: `search-signs:${consultationId}`, queue: "signs" });
    return ok();
  });
}

/**
 * Looks through the responses for what may be one sender's second, came in a burst or is a text many sent, and notes it for a person who
 * decides. What was decided stays; who comes new to a group waits to be judged. Nothing is taken away. Done again it changes nothing.
 */
export async function searchSigns(scope: SystemScope, consultationId: string): Promise<void> {
  const senders = await listSenders(scope, consultationId);
  const groups: { kind: SignKind; key: string; ids: readonly string[] }[] = findDuplicates(senders).map(({ key, ids }) => ({ kind: "duplicate", key, ids }));
  for (const ids of findBursts(senders.filter(({ web }) => web), await msOpen(consultationId))) groups.push({ kind: "burst", key: ids[0] ?? "", ids });
  for (const [code, texts] of await listTexts(scope, consultationId))
    for (const ids of findNearIdentical(texts)) if (ids.length >= FEWEST_LETTERS) groups.push({ kind: "campaign", key: `${code} ${ids[0] ?? ""}`, ids });
  const rows = groups.flatMap(({ kind, key, ids }) => ids.map((id) => ({ id, kind, key: keyedHash("response-sign", consultationId, key).toString("hex").slice(0, 32) })));
  await inTransaction(async (tx) => {
    await tx.execute(sql`
      insert into response_signs (response_id, council_id, consultation_id, kind, group_key, found_at)
      select g.id, ${scope.council.id}, ${consultationId}, g.kind::response_sign_kind, g.key, ${now().toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) g(id uuid, kind text, key text) on conflict do nothing`);
    await tx.execute(sql`update sign_searches set finished_at = ${now().toISOString()}::timestamptz, responses = ${senders.length} where consultation_id = ${consultationId} and council_id = ${scope.council.id}`);
  });
}

interface Sender extends SenderTraits {
  /** When it was sent, in milliseconds. */
  readonly at: number;
  readonly web: boolean;
}

async function listSenders(scope: AnyScope, consultationId: string): Promise<readonly Sender[]> {
  const rows = await database().execute<Record<keyof SenderTraits, string> & { at: number; web: boolean }>(sql`
    select r.id, (extract(epoch from r.received_at) * 1000)::float8 as at, r.channel = 'web' as web,
      coalesce(nullif(k.email, ''), max(a.value -> 'contact' ->> 'email'), '') as email,
      coalesce(max(a.value -> 'contact' ->> 'phone'), '') as phone,
      coalesce(nullif(k.name, ''), max(a.value -> 'contact' ->> 'name'), '') as name,
      coalesce(max(a.value ->> 'postcode'), max(a.value -> 'address' ->> 'postcode'), '') as postcode,
      r.organisation_name as organisation,
      coalesce(string_agg(a.value ->> 'text', ' ' order by a.question_code), '') as words,
      md5(coalesce(string_agg(a.question_code || a.value::text, '' order by a.question_code), '')) as answers
    from responses r left join response_contacts k on k.response_id = r.id left join response_answers a on a.response_id = r.id
    where r.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted' group by r.id, k.response_id order by r.received_at, r.id`);
  return [...rows];
}

async function msOpen(consultationId: string): Promise<number> {
  const [row] = await database().execute<{ ms: number }>(sql`
    select (extract(epoch from least(closes_at, ${now().toISOString()}::timestamptz) - opens_at) * 1000)::float8 as ms from consultations where id = ${consultationId}`);
  return Math.max(0, row?.ms ?? 0);
}

async function listTexts(scope: AnyScope, consultationId: string): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly text: string }[]>> {
  const rows = await database().execute<{ code: string; id: string; text: string }>(sql`
    select a.question_code as code, r.id, a.value ->> 'text' as text from response_answers a join responses r on r.id = a.response_id
    where a.consultation_id = ${consultationId} and r.council_id = ${scope.council.id} and r.state = 'submitted' and a.value ? 'text'
    order by r.received_at, r.id limit ${MOST_TEXTS}`);
  return Map.groupBy(rows, ({ code }) => code);
}

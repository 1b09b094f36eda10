import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { assetTransferParts } from "#db/schema/asset-transfers/decisions.ts";
import { assetTransfers } from "#db/schema/asset-transfers/transfers.ts";
import { daysLeft, type Clock } from "#domain/asset-transfers/clock.ts";
import type { TransferPart } from "#domain/asset-transfers/part.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { clocksOfLine, listTransferLines } from "../queries.ts";

/** Days before a period of the council's ends from which officers are reminded of it. */
const REMINDED_DAYS = 30;

/** Of an owner's review they are told as soon as it is asked for. */
const TOLD_AT_ONCE: Clock["id"] = "decide-listing-review";

/** Periods in which the council itself must do something. */
const OWN_CLOCKS: readonly Clock["id"][] = ["decide-nomination", "decide", "decide-longer", "decide-agreed", "decide-review", "decide-listing-review"];

interface Named {
  readonly slug: string;
  readonly title: BilingualText;
}

/** What waits of asset transfers for one person. */
export interface TransfersWaiting {
  /** Applications nobody has looked at, with the day they came in. */
  readonly applications: readonly (Named & { readonly since: CivilDay | null })[];
  /** Yearly returns nobody has looked at. */
  readonly returns: readonly Named[];
  /** Comments nobody has looked at, reported or appealed against; not for whoever wrote them, and an appeal not for whoever took the comment down. */
  readonly comments: readonly (Named & { readonly count: number; readonly since: Date })[];
  /** Parts this person was asked to do that can be done now. */
  readonly parts: readonly (Named & { readonly part: TransferPart; readonly unsaid: boolean; readonly ofListing: boolean })[];
  /** Proposals of an organisation or owner for a longer time, for those who look after it. */
  readonly times: readonly Named[];
  /** Claims for compensation for which somebody is to be asked, or that this person was asked to decide. */
  readonly claims: readonly (Named & { readonly claimId: string; readonly what: "ask" | "decide" | "review"; readonly due: CivilDay | null })[];
  /** Periods of the council that end soon or ended, for those who look after it. */
  readonly clocks: readonly (Named & { readonly clock: Clock })[];
}

interface Row extends Named {
  readonly id: string;
  readonly applicantId: string | null;
  readonly withdrawn: boolean;
  readonly part: TransferPart | null;
}

/** What waits for this person; what they may do nothing about, or have done, is left out. */
export async function listTransfersWaiting(scope: ActorScope, today: CivilDay): Promise<TransfersWaiting> {
  if (!can(scope.actor, "asset-transfer.list", null)) return { applications: [], returns: [], comments: [], parts: [], times: [], claims: [], clocks: [] };
  const rows = await listWithParts(scope);
  const named = new Map(rows.map((row) => [row.id, row]));
  const mayLook = (id: string): boolean => can(scope.actor, "asset-transfer.look", { applicantId: named.get(id)?.applicantId ?? null, parts: [] });
  const nameOf = (id: string): Named => ({ slug: named.get(id)?.slug ?? "", title: named.get(id)?.title ?? { en: "", cy: "" } });
  const [applications, returns, comments, parts, times, claims] = await Promise.all([listUnseen(scope), listUnseenReturns(scope), listUnseenComments(scope), listDoable(scope), listTimesProposed(scope), listClaims(scope)]);
  // What was declined is still looked after: a review of it has its time too.
  const mine = new Set(rows.filter(({ part, withdrawn }) => part === "case" && !withdrawn).map(({ slug }) => slug));
  const lines = mine.size === 0 ? [] : (await listTransferLines(scope)).filter(({ transfer }) => mine.has(transfer.slug));
  return {
    applications: applications.filter(({ id }) => mayLook(id)).map(({ id, since }) => ({ ...nameOf(id), since })),
    returns: returns.filter(({ id }) => mayLook(id)).map(({ id }) => nameOf(id)),
    comments: comments.filter(({ id }) => mayLook(id)).map(({ id, comments: count, since }) => ({ ...nameOf(id), count, since })),
    parts: parts.filter(({ id }) => named.get(id)?.applicantId !== scope.actor.personId).map(({ id, part, unsaid, ofListing }) => ({ ...nameOf(id), part, unsaid, ofListing })),
    claims: claims.map(({ id, claimId, what, due }) => ({ ...nameOf(id), claimId, what, due })),
    times: times.map(({ id }) => nameOf(id)),
    clocks: lines.flatMap((line) =>
      clocksOfLine(line)
        .filter((clock) => OWN_CLOCKS.includes(clock.id) && (clock.id === TOLD_AT_ONCE || daysLeft(clock, today) <= REMINDED_DAYS))
        .map((clock) => ({ slug: line.transfer.slug, title: line.transfer.title, clock })),
    ),
  };
}

/** Every application of the council, with the part of it that this person looks after. */
async function listWithParts(scope: ActorScope): Promise<readonly Row[]> {
  const rows = await database()
    .select({ id: assetTransfers.id, slug: assetTransfers.slug, titleEn: assetTransfers.titleEn, titleCy: assetTransfers.titleCy, applicantId: assetTransfers.applicantId, stage: assetTransfers.stage, part: assetTransferParts.part })
    .from(assetTransfers)
    .leftJoin(assetTransferParts, and(eq(assetTransferParts.transferId, assetTransfers.id), eq(assetTransferParts.personId, scope.actor.personId), eq(assetTransferParts.part, "case"), isNull(assetTransferParts.endedAt)))
    .where(eq(assetTransfers.councilId, scope.council.id))
    .orderBy(asc(assetTransfers.slug));
  return rows.map(({ titleEn, titleCy, stage, ...row }) => ({ ...row, title: bilingual(titleEn, titleCy), withdrawn: stage === "withdrawn" }));
}

async function listUnseen(scope: ActorScope): Promise<readonly { readonly id: string; readonly since: CivilDay | null }[]> {
  const rows = await database().execute<{ id: string; since: string | null }>(sql`
    select t.id, (select min(s.reached_on)::text from asset_transfer_stages s where s.transfer_id = t.id) as since
    from asset_transfers t where t.council_id = ${scope.council.id} and t.sight = 'waiting' and t.stage not in ('declined', 'withdrawn', 'moratorium-over')`);
  return [...rows];
}

async function listUnseenReturns(scope: ActorScope): Promise<readonly { readonly id: string }[]> {
  const rows = await database().execute<{ id: string }>(sql`
    select distinct t.id from asset_transfers t join asset_transfer_returns r on r.transfer_id = t.id
    where t.council_id = ${scope.council.id}
      and not exists (select 1 from asset_transfer_return_looks l where l.transfer_id = r.transfer_id and l.year = r.year and l.version = r.version)`);
  return [...rows];
}

async function listUnseenComments(scope: ActorScope): Promise<readonly { readonly id: string; readonly comments: number; readonly since: Date }[]> {
  const rows = await database().execute<{ id: string; comments: number; since: string }>(sql`
    select c.transfer_id as id, count(*)::int as comments, min(coalesce(last.at, c.sent_at))::text as since
    from asset_transfer_comments c
    left join lateral (select l.act::text as act, l.at, l.answers from asset_transfer_comment_looks l where l.comment_id = c.id order by l.at desc, l.id desc limit 1) last on true
    where c.council_id = ${scope.council.id} and c.person_id is distinct from ${scope.actor.personId}
      and (c.sight = 'waiting' or last.act = 'reported'
        or (last.act = 'appealed' and exists (select 1 from asset_transfer_comment_looks r where r.id = last.answers and r.person_id <> ${scope.actor.personId})))
    group by c.transfer_id`);
  return [...rows].map(({ since, ...row }) => ({ ...row, since: new Date(since) }));
}

/** Judging parts of this person that wait for them: what comes before is there, and they have not done it. */
async function listDoable(scope: ActorScope): Promise<readonly { readonly id: string; readonly part: TransferPart; readonly unsaid: boolean; readonly ofListing: boolean }[]> {
  const me = scope.actor.personId;
  const rows = await database().execute<{ id: string; part: TransferPart; unsaid: boolean; ofListing: boolean }>(sql`
    select t.id, p.part::text as part, not exists (select 1 from asset_transfer_interests i where i.transfer_id = t.id and i.person_id = ${me}) as unsaid, t.regime = 'right-to-bid' as "ofListing"
    from asset_transfer_parts p
    join asset_transfers t on t.id = p.transfer_id and t.council_id = ${scope.council.id}
    cross join lateral (select count(*) as sheets, count(*) filter (where s.scorer_id = ${me}) as own from asset_transfer_sheets s where s.transfer_id = t.id) scored
    where p.person_id = ${me} and p.ended_at is null and case p.part::text
      when 'score' then t.stage = 'assessment' and scored.sheets < 2 and scored.own = 0
      when 'settle' then scored.sheets = 2 and not exists (select 1 from asset_transfer_moderations m where m.transfer_id = t.id) and t.stage not in ('declined', 'withdrawn')
      when 'decide' then t.stage = 'decision' and not exists (select 1 from asset_transfer_decisions d where d.transfer_id = t.id) and not exists (select 1 from asset_transfer_reviews r where r.transfer_id = t.id)
      when 'review' then exists (select 1 from asset_transfer_reviews r where r.transfer_id = t.id) and not exists (select 1 from asset_transfer_review_decisions d where d.transfer_id = t.id)
      else false end
    order by t.slug`);
  return [...rows];
}

async function listTimesProposed(scope: ActorScope): Promise<readonly { readonly id: string }[]> {
  const rows = await database().execute<{ id: string }>(sql`
    select t.id from asset_transfers t join asset_transfer_time_proposals p on p.transfer_id = t.id
    join asset_transfer_parts mine on mine.transfer_id = t.id and mine.person_id = ${scope.actor.personId} and mine.part = 'case' and mine.ended_at is null
    where t.council_id = ${scope.council.id} and p.side <> 'council' and not exists (select 1 from asset_transfer_time_answers a where a.proposal_id = p.id)`);
  return [...rows];
}

async function listClaims(scope: ActorScope): Promise<readonly { readonly id: string; readonly claimId: string; readonly what: "ask" | "decide" | "review"; readonly due: CivilDay | null }[]> {
  const me = scope.actor.personId;
  const rows = await database().execute<{ id: string; claimId: string; what: "ask" | "decide" | "review"; due: string | null }>(sql`
    select t.id, c.id as "claimId", case when next.asked is null then 'ask' when next.round = 'first' then 'decide' else 'review' end as what, next.due::text as due
    from asset_listing_claims c
    join asset_transfers t on t.id = c.transfer_id and t.council_id = ${scope.council.id}
    cross join lateral (
      select r.round, r.due, (select o.person_id from asset_listing_claim_officers o where o.claim_id = c.id and o.round = r.round order by o.asked_at desc, o.id desc limit 1) as asked
      from (
        select 'first'::listing_claim_round as round, null::date as due
        union all select 'review', v.asked_on + 55 from asset_listing_claim_reviews v where v.claim_id = c.id
      ) r
      where not exists (select 1 from asset_listing_claim_decisions d where d.claim_id = c.id and d.round = r.round)
    ) next
    where next.asked = ${me}
      or (next.asked is null and exists (select 1 from asset_transfer_parts p where p.transfer_id = t.id and p.person_id = ${me} and p.part = 'case' and p.ended_at is null))
    order by c.sent_at`);
  return [...rows];
}

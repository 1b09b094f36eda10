import { and, asc, desc, eq, or, sql, type SQL } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { ideaCoAuthors, ideaEvents, ideaModeration, ideas, ideaSupports } from "#db/schema/budgeting/ideas.ts";
import { areas } from "#db/schema/councils/areas.ts";
import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { IdeaAnswers } from "#domain/budgeting/idea-form.ts";
import type { IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { LineageKind } from "#domain/budgeting/idea-lineage.ts";
import type { IdeaSight, ModerationAct } from "#domain/budgeting/idea-moderation.ts";
import type { ProjectState } from "#domain/budgeting/project.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { findPhotos } from "#platform/photos/read-photo.ts";
import type { PhotoInView } from "#platform/photos/photo-in-view.ts";

/** What somebody wants to see of the list; empty for everything. */
export interface WantedIdeas {
  readonly words: string;
  readonly category: string;
  readonly area: string;
  /** Empty for all that still stand; "all" with those merged, split and withdrawn. */
  readonly state: IdeaState | "all" | "";
  readonly sort: "newest" | "supports";
  /** From 1. */
  readonly page: number;
}

export const ANY_IDEAS: WantedIdeas = { words: "", category: "", area: "", state: "", sort: "newest", page: 1 };
export const IDEAS_ON_PAGE = 20;

export interface IdeaOnList {
  readonly id: string;
  readonly number: number;
  readonly state: IdeaState;
  readonly sight: IdeaSight;
  readonly title: BilingualText;
  readonly text: BilingualText;
  readonly category: string;
  readonly area: BilingualText | null;
  readonly place: string;
  readonly areaId: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly supports: number;
  readonly authorName: string;
  readonly sentAt: Date;
}

export interface ListOfIdeas {
  readonly ideas: readonly IdeaOnList[];
  /** In all, on however many pages. */
  readonly count: number;
}

const onList = {
  id: ideas.id,
  number: ideas.number,
  state: ideas.state,
  sight: ideas.sight,
  titleEn: ideas.titleEn,
  titleCy: ideas.titleCy,
  textEn: sql<string>`left(${ideas.textEn}, 240)`,
  textCy: sql<string>`left(${ideas.textCy}, 240)`,
  category: ideas.category,
  areaId: ideas.areaId,
  areaEn: areas.nameEn,
  areaCy: areas.nameCy,
  place: ideas.place,
  longitude: ideas.longitude,
  latitude: ideas.latitude,
  supports: ideas.supports,
  authorName: ideas.authorName,
  sentAt: ideas.sentAt,
};

type OnListRow = { [K in keyof typeof onList]: unknown } & {
  id: string;
  number: number;
  state: IdeaState;
  sight: IdeaSight;
  titleEn: string;
  titleCy: string;
  textEn: string;
  textCy: string;
  category: string;
  areaId: string | null;
  areaEn: string | null;
  areaCy: string | null;
  place: string;
  longitude: number | null;
  latitude: number | null;
  supports: number;
  authorName: string;
  sentAt: Date;
};

const asOnList = ({ titleEn, titleCy, textEn, textCy, areaEn, areaCy, ...row }: OnListRow): IdeaOnList => ({
  ...row,
  title: bilingual(titleEn, titleCy),
  text: bilingual(textEn, textCy),
  area: areaEn === null ? null : bilingual(areaEn, areaCy ?? ""),
});

const GONE = sql`${ideas.state} not in ('merged', 'split', 'withdrawn')`;

/** Words as somebody types them in a search box: all of them in either language, or a title that is spelt nearly so. */
const saying = (words: string): SQL =>
  sql`(${ideas.words} @@ (websearch_to_tsquery('english', ${words}) || websearch_to_tsquery('simple', ${words})) or ${words} <% (${ideas.titleEn} || ' ' || ${ideas.titleCy}))`;

function wantedOf({ words, category, area, state }: WantedIdeas): SQL | undefined {
  return and(
    state === "all" ? undefined : state === "" ? GONE : eq(ideas.state, state),
    words === "" ? undefined : saying(words),
    category === "" ? undefined : eq(ideas.category, category),
    area === "" ? undefined : eq(ideas.areaId, area),
  );
}

const inProgramme = (scope: AnyScope, programmeId: string): SQL | undefined => and(eq(ideas.councilId, scope.council.id), eq(ideas.programmeId, programmeId));

/** One page of a programme's ideas that everybody sees, and how many there are in all: one statement. */
export async function listIdeas(scope: AnyScope, programmeId: string, wanted: WantedIdeas): Promise<ListOfIdeas> {
  return readList(and(inProgramme(scope, programmeId), eq(ideas.sight, "shown"), wantedOf(wanted)), wanted);
}

async function readList(where: SQL | undefined, { sort, page }: Pick<WantedIdeas, "sort" | "page">): Promise<ListOfIdeas> {
  // Counted beside and not over the rows, so that an index gives the few that are shown and the thousands are not carried along.
  const rows = await database()
    .select({ ...onList, inAll: sql<string>`(select count(*) from ${ideas} where ${where})` })
    .from(ideas)
    .leftJoin(areas, eq(areas.id, ideas.areaId))
    .where(where)
    .orderBy(...(sort === "supports" ? [desc(ideas.supports), desc(ideas.sentAt)] : [desc(ideas.sentAt)]), desc(ideas.number))
    .limit(IDEAS_ON_PAGE)
    .offset((page - 1) * IDEAS_ON_PAGE);
  return { ideas: rows.map(({ inAll: _inAll, ...row }) => asOnList(row)), count: Number(rows[0]?.inAll ?? 0) };
}

/** How many of the wanted ideas are in each area, for the map: one statement whatever their number. */
export async function countByArea(scope: AnyScope, programmeId: string, wanted: WantedIdeas): Promise<ReadonlyMap<string, number>> {
  const rows = await database()
    .select({ areaId: ideas.areaId, count: sql<string>`count(*)` })
    .from(ideas)
    .where(and(inProgramme(scope, programmeId), eq(ideas.sight, "shown"), wantedOf(wanted)))
    .groupBy(ideas.areaId);
  return new Map(rows.flatMap(({ areaId, count }) => (areaId === null ? [] : [[areaId, Number(count)]])));
}

/** What officers want to see besides. */
export interface WantedAtDesk extends WantedIdeas {
  /** Only what waits for a moderator: not yet shown, held, reported, or appealed. */
  readonly waiting: boolean;
}

export interface IdeaAtDesk extends IdeaOnList {
  /** Reports nobody has looked at. */
  readonly reports: number;
  readonly appealed: boolean;
}

const openReports = sql`(select count(*) from idea_moderation r where r.idea_id = ideas.id and r.act = 'reported'
  and not exists (select 1 from idea_moderation a where a.idea_id = r.idea_id and a.act in ('shown', 'held', 'removed', 'report-dismissed') and a.at > r.at))`;
const openAppeal = sql`exists (select 1 from idea_moderation p where p.idea_id = ideas.id and p.act = 'appealed' and not exists (select 1 from idea_moderation a where a.answers = p.id))`;
const needsModerator = sql`(${ideas.sight} in ('waiting', 'held') or ${openReports} > 0 or ${openAppeal})`;

/** A page of all ideas of a programme for officers, with what waits for a moderator, and how many wait in all. */
export async function listAtDesk(
  scope: AnyScope,
  programmeId: string,
  wanted: WantedAtDesk,
): Promise<{ readonly ideas: readonly IdeaAtDesk[]; readonly count: number; readonly waiting: number; readonly inAll: number; readonly byState: ReadonlyMap<IdeaState, number> }> {
  const all = inProgramme(scope, programmeId);
  const rows = await database()
    .select({ ...onList, reports: sql<string>`${openReports}`, appealed: sql<boolean>`${openAppeal}`, inAll: sql<string>`count(*) over ()` })
    .from(ideas)
    .leftJoin(areas, eq(areas.id, ideas.areaId))
    .where(and(all, wantedOf(wanted), wanted.waiting ? needsModerator : undefined))
    .orderBy(...(wanted.sort === "supports" ? [desc(ideas.supports)] : [desc(ideas.sentAt)]), desc(ideas.number))
    .limit(IDEAS_ON_PAGE)
    .offset((wanted.page - 1) * IDEAS_ON_PAGE);
  const states = await database()
    .select({ state: ideas.state, count: sql<string>`count(*)`, waiting: sql<string>`count(*) filter (where ${needsModerator})` })
    .from(ideas)
    .where(all)
    .groupBy(ideas.state);
  return {
    ideas: rows.map(({ inAll: _inAll, reports, appealed, ...row }) => ({ ...asOnList(row), reports: Number(reports), appealed })),
    count: Number(rows[0]?.inAll ?? 0),
    waiting: states.reduce((sum, row) => sum + Number(row.waiting), 0),
    inAll: states.reduce((sum, row) => sum + Number(row.count), 0),
    byState: new Map(states.map(({ state, count }) => [state, Number(count)])),
  };
}

/** What waits for a moderator in one programme. */
export interface IdeasToModerate {
  readonly programmeId: string;
  readonly count: number;
  /** Since when the one that has waited longest waits. */
  readonly since: Date;
}

/** How many ideas of each programme of the council wait for this moderator. What they sent themselves, and an appeal about what they removed, waits for somebody else. One statement. */
export async function countToModerate(scope: ActorScope): Promise<readonly IdeasToModerate[]> {
  const rows = await database().execute<{ programme_id: string; waiting: number; since: string }>(sql`
    select i.programme_id, count(distinct i.id)::integer as waiting, min(w.since)::text as since
    from ideas i cross join lateral (
      select case when i.sight in ('waiting', 'held') then coalesce((select max(h.at) from idea_moderation h where h.idea_id = i.id and h.act = 'held'), i.sent_at) end as since
      union all
      select min(r.at) from idea_moderation r where r.idea_id = i.id and r.act = 'reported' and i.sight <> 'removed'
        and not exists (select 1 from idea_moderation a where a.idea_id = r.idea_id and a.act in ('shown', 'held', 'removed', 'report-dismissed') and a.at > r.at)
      union all
      select p.at from idea_moderation p join idea_moderation d on d.id = p.answers
      where p.idea_id = i.id and p.act = 'appealed' and d.person_id <> ${scope.actor.personId} and not exists (select 1 from idea_moderation a where a.answers = p.id)
    ) w
    where i.council_id = ${scope.council.id} and i.author_id is distinct from ${scope.actor.personId} and w.since is not null
    group by i.programme_id`);
  return rows.map(({ programme_id, waiting, since }) => ({ programmeId: programme_id, count: waiting, since: new Date(since) }));
}

export interface RelatedIdea {
  readonly id: string;
  readonly kind: LineageKind;
  /** Whether the other came of this one, or this one of the other. */
  readonly way: "to" | "from";
  readonly number: number;
  readonly title: BilingualText;
  readonly reason: BilingualText;
  readonly slug: string;
  readonly shown: boolean;
}

export interface IdeaEventInView {
  readonly event: string;
  readonly reason: BilingualText;
  readonly otherNumber: number | null;
  readonly happenedAt: Date;
}

export interface IdeaInView {
  readonly id: string;
  readonly programmeId: string;
  readonly number: number;
  readonly state: IdeaState;
  readonly sight: IdeaSight;
  readonly writtenIn: Locale;
  readonly title: BilingualText;
  readonly text: BilingualText;
  readonly category: string;
  readonly areaId: string | null;
  readonly area: BilingualText | null;
  readonly place: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly costPence: number | null;
  readonly answers: IdeaAnswers;
  readonly photo: PhotoInView | null;
  readonly supports: number;
  readonly version: number;
  readonly authorName: string;
  /** Names of those who signed it too. */
  readonly coAuthors: readonly string[];
  readonly reason: BilingualText;
  readonly sentAt: Date;
  readonly mergedInto: { readonly id: string; readonly number: number; readonly title: BilingualText } | null;
  readonly project: { readonly id: string; readonly state: ProjectState; readonly potSlug: string; readonly slug: string; readonly costPence: number } | null;
  readonly related: readonly RelatedIdea[];
  /** The oldest first. */
  readonly events: readonly IdeaEventInView[];
  /** Why it was removed, where it was. */
  readonly removal: { readonly reason: string; readonly note: string; readonly at: Date; readonly removedBy: string | null; readonly appeal: string | null; readonly answer: { readonly act: ModerationAct; readonly note: string } | null } | null;
  /** How the reader stands to it. */
  readonly mine: { readonly author: boolean; readonly signed: boolean; readonly invited: boolean; readonly supports: boolean };
}

interface Reader {
  readonly personId: string;
  readonly email: string;
}

/** An idea by its number with everything its page tells, in six statements. 404 where there is none; whether the reader may see it is the page's to ask (`mayRead`). */
export async function getIdea(scope: AnyScope, programmeId: string, number: number, reader: Reader | null): Promise<IdeaInView> {
  const other = sql.raw("other");
  const [row] = await database()
    .select({
      idea: ideas,
      areaEn: areas.nameEn,
      areaCy: areas.nameCy,
      root: sql<{ id: string; number: number; title_en: string; title_cy: string } | null>`(select json_build_object('id', ${other}.id, 'number', ${other}.number, 'title_en', ${other}.title_en, 'title_cy', ${other}.title_cy) from ideas ${other} where ${other}.id = ${ideas.mergedInto})`,
      project: sql<{ id: string; state: ProjectState; pot: string; slug: string; cost: number } | null>`(select json_build_object('id', pr.id, 'state', pr.state, 'pot', po.slug, 'slug', pr.slug, 'cost', pr.cost_pence) from projects pr join pots po on po.id = pr.pot_id where pr.id = ${ideas.projectId})`,
    })
    .from(ideas)
    .leftJoin(areas, eq(areas.id, ideas.areaId))
    .where(and(inProgramme(scope, programmeId), eq(ideas.number, number)));
  const { idea, areaEn, areaCy, root, project } = found(row, "idea");
  const signed = await database().select().from(ideaCoAuthors).where(eq(ideaCoAuthors.ideaId, idea.id)).orderBy(asc(ideaCoAuthors.invitedAt));
  const events = await database()
    .select({ event: ideaEvents.event, reasonEn: ideaEvents.reasonEn, reasonCy: ideaEvents.reasonCy, happenedAt: ideaEvents.happenedAt, otherNumber: sql<number | null>`(select o.number from ideas o where o.id = ${ideaEvents.otherId} and o.sight = 'shown')` })
    .from(ideaEvents)
    .where(eq(ideaEvents.ideaId, idea.id))
    .orderBy(asc(ideaEvents.id));
  const related = await database().execute<{ id: string; kind: LineageKind; way: "to" | "from"; number: number; title_en: string; title_cy: string; reason_en: string; reason_cy: string; slug: string; shown: boolean }>(sql`
    select o.id, l.kind, case when l.from_id = ${idea.id} then 'to' else 'from' end as way, o.number, o.title_en, o.title_cy, l.reason_en, l.reason_cy, e.slug, o.sight = 'shown' as shown
    from idea_lineage l join ideas o on o.id = case when l.from_id = ${idea.id} then l.to_id else l.from_id end
    join engagements e on e.programme_id = o.programme_id and e.council_id = o.council_id
    where l.from_id = ${idea.id} or l.to_id = ${idea.id} order by l.made_at, o.number`);
  const supporting = reader === null ? [] : await database().select({ ideaId: ideaSupports.ideaId }).from(ideaSupports).where(and(eq(ideaSupports.ideaId, idea.id), eq(ideaSupports.personId, reader.personId)));
  const photos = await findPhotos(scope.council.id, idea.photoId === null ? [] : [idea.photoId]);
  return {
    id: idea.id,
    programmeId,
    number,
    state: idea.state,
    sight: idea.sight,
    writtenIn: idea.writtenIn,
    title: bilingual(idea.titleEn, idea.titleCy),
    text: bilingual(idea.textEn, idea.textCy),
    category: idea.category,
    areaId: idea.areaId,
    area: areaEn === null ? null : bilingual(areaEn, areaCy ?? ""),
    place: idea.place,
    longitude: idea.longitude,
    latitude: idea.latitude,
    costPence: idea.costPence,
    answers: idea.answers,
    photo: idea.photoId === null ? null : (photos.get(idea.photoId) ?? null),
    supports: idea.supports,
    version: idea.version,
    authorName: idea.authorName,
    coAuthors: signed.filter(({ confirmedAt }) => confirmedAt !== null).map(({ name }) => name),
    reason: bilingual(idea.reasonEn, idea.reasonCy),
    sentAt: idea.sentAt,
    mergedInto: root === null ? null : { id: root.id, number: root.number, title: bilingual(root.title_en, root.title_cy) },
    project: project === null ? null : { id: project.id, state: project.state, potSlug: project.pot, slug: project.slug, costPence: project.cost },
    related: related.map(({ id, kind, way, number: at, title_en, title_cy, reason_en, reason_cy, slug, shown }) => ({ id, kind, way, number: at, title: bilingual(title_en, title_cy), reason: bilingual(reason_en, reason_cy), slug, shown })),
    events: events.map(({ event, reasonEn, reasonCy, otherNumber, happenedAt }) => ({ event, reason: bilingual(reasonEn, reasonCy), otherNumber, happenedAt })),
    removal: idea.sight === "removed" ? await removalOf(idea.id) : null,
    mine: {
      author: reader !== null && idea.authorId === reader.personId,
      signed: reader !== null && signed.some(({ personId }) => personId === reader.personId),
      invited: reader !== null && signed.some(({ email, confirmedAt }) => confirmedAt === null && email.toLowerCase() === reader.email.toLowerCase()),
      supports: supporting.length > 0,
    },
  };
}

/** Whether the reader may see what an idea says: everybody what is shown, its authors their own. */
export const mayRead = ({ sight, mine }: IdeaInView): boolean => sight === "shown" || mine.author || mine.signed;

async function removalOf(ideaId: string): Promise<IdeaInView["removal"]> {
  const rows = await database().select().from(ideaModeration).where(eq(ideaModeration.ideaId, ideaId)).orderBy(desc(ideaModeration.at));
  const removal = rows.find(({ act }) => act === "removed");
  if (!removal) return null;
  const appeal = rows.find(({ answers }) => answers === removal.id);
  const answer = appeal && rows.find(({ answers }) => answers === appeal.id);
  return { reason: removal.reason, note: removal.note, at: removal.at, removedBy: removal.personId, appeal: appeal?.note ?? null, answer: answer ? { act: answer.act, note: answer.note } : null };
}

/** Those asked to sign an idea, for its author. */
export async function listInvited(scope: AnyScope, ideaId: string): Promise<readonly { readonly email: string; readonly confirmed: boolean }[]> {
  const rows = await database()
    .select({ email: ideaCoAuthors.email, confirmedAt: ideaCoAuthors.confirmedAt })
    .from(ideaCoAuthors)
    .where(and(eq(ideaCoAuthors.councilId, scope.council.id), eq(ideaCoAuthors.ideaId, ideaId)))
    .orderBy(asc(ideaCoAuthors.invitedAt));
  return rows.map(({ email, confirmedAt }) => ({ email, confirmed: confirmedAt !== null }));
}

/** The ideas of one person in a programme, whatever everybody sees of them. */
export async function listOwnIdeas(scope: AnyScope, programmeId: string, personId: string): Promise<readonly IdeaOnList[]> {
  const rows = await database()
    .select(onList)
    .from(ideas)
    .leftJoin(areas, eq(areas.id, ideas.areaId))
    .where(and(inProgramme(scope, programmeId), or(eq(ideas.authorId, personId), sql`exists (select 1 from idea_co_authors c where c.idea_id = ideas.id and c.person_id = ${personId})`)))
    .orderBy(desc(ideas.sentAt));
  return rows.map(asOnList);
}

export interface SimilarIdea {
  readonly number: number;
  readonly title: BilingualText;
  readonly text: BilingualText;
  readonly supports: number;
  readonly likeness: number;
}

/** Under this likeness, from 0 to 1, two ideas have only everyday words in common. */
const LEAST_LIKENESS = 0.2;
const MOST_SIMILAR = 5;
/** Of ideas that share a word, the hundred that share most are compared in full. */
const CANDIDATES = 100;

/**
 * Ideas of the programme that say nearly the same, most alike first. Half of the likeness is that of the titles, letter group by letter group
 * (pg_trgm), and half the share of word stems in common: cosine of the two sets. One statement; no service outside the database is asked.
 */
export async function listSimilar(scope: AnyScope, programmeId: string, { title, text }: { readonly title: string; readonly text: string }, exceptNumber = 0): Promise<readonly SimilarIdea[]> {
  const rows = await database().execute<{ number: number; title_en: string; title_cy: string; text_en: string; text_cy: string; supports: number; likeness: number }>(sql`
    with asked as (select array(select distinct stem from unnest(tsvector_to_array(to_tsvector('english', ${`${title} ${text}`}::text)) || tsvector_to_array(to_tsvector('simple', ${title}::text))) stem) as stems),
    searched as (select stems, (select string_agg(quote_literal(stem), ' | ') from unnest(stems) stem)::tsquery as query from asked),
    candidates as (
      select i.*, s.stems from ideas i, searched s
      where i.council_id = ${scope.council.id} and i.programme_id = ${programmeId} and i.sight = 'shown' and i.number <> ${exceptNumber}
        and i.state not in ('merged', 'split', 'withdrawn') and (i.words @@ s.query or (i.title_en || ' ' || i.title_cy) % ${title}::text)
      order by ts_rank(i.words, s.query) desc limit ${CANDIDATES}
    ),
    compared as (
      select number, title_en, title_cy, text_en, text_cy, supports,
        0.5 * greatest(similarity(title_en, ${title}::text), similarity(title_cy, ${title}::text))
        + 0.5 * (select count(*) from unnest(tsvector_to_array(words)) stem where stem = any (stems)) / sqrt(greatest(length(words) * cardinality(stems), 1)) as likeness
      from candidates
    )
    select number, title_en, title_cy, left(text_en, 240) as text_en, left(text_cy, 240) as text_cy, supports, likeness::float as likeness
    from compared where likeness >= ${LEAST_LIKENESS} order by likeness desc, number limit ${MOST_SIMILAR}`);
  return rows.map(({ number, title_en, title_cy, text_en, text_cy, supports, likeness }) => ({ number, title: bilingual(title_en, title_cy), text: bilingual(text_en, text_cy), supports, likeness }));
}

const EXPORTED_AT_ONCE = 500;

/** Everything open about a programme's ideas, the first first, a few hundred at a time. Authors by the name they gave, which may be none. */
export async function* openIdeas(scope: AnyScope, programmeId: string) {
  for (let after = 0; ; ) {
    const rows = await database()
      .select({ ...onList, textEn: ideas.textEn, textCy: ideas.textCy, costPence: ideas.costPence, writtenIn: ideas.writtenIn, reasonEn: ideas.reasonEn, reasonCy: ideas.reasonCy })
      .from(ideas)
      .leftJoin(areas, eq(areas.id, ideas.areaId))
      .where(and(inProgramme(scope, programmeId), eq(ideas.sight, "shown"), sql`${ideas.number} > ${after}`))
      .orderBy(asc(ideas.number))
      .limit(EXPORTED_AT_ONCE);
    for (const { costPence, writtenIn, reasonEn, reasonCy, ...row } of rows) yield { ...asOnList(row), costPence, writtenIn, reason: bilingual(reasonEn, reasonCy) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < EXPORTED_AT_ONCE) return;
    after = last.number;
  }
}

export interface LoggedModeration {
  readonly at: Date;
  readonly number: number;
  readonly title: BilingualText;
  readonly act: ModerationAct;
  readonly reason: string;
  readonly note: string;
  readonly by: string;
}

/** The log of moderation, the newest first: of one idea, or of a whole programme. */
export async function listModeration(scope: AnyScope, programmeId: string, number?: number): Promise<readonly LoggedModeration[]> {
  const rows = await database()
    .select({ log: ideaModeration, number: ideas.number, titleEn: ideas.titleEn, titleCy: ideas.titleCy, by: people.email })
    .from(ideaModeration)
    .innerJoin(ideas, eq(ideas.id, ideaModeration.ideaId))
    .leftJoin(people, eq(people.id, ideaModeration.personId))
    .where(and(inProgramme(scope, programmeId), number === undefined ? undefined : eq(ideas.number, number)))
    .orderBy(desc(ideaModeration.at));
  return rows.map(({ log, number: at, titleEn, titleCy, by }) => ({ at: log.at, number: at, title: bilingual(titleEn, titleCy), act: log.act, reason: log.reason, note: log.note, by: by ?? "" }));
}

import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { postcode } from "#domain/basics/fields.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { LEVELS, PUBLIC_STATES, TOPICS } from "#domain/involvement/engagement.ts";
import { ENGAGEMENT_KINDS, search, STANDINGS_TO_FIND } from "#domain/involvement/search.ts";
import { findAreaOfPostcode } from "#features/eligibility/queries.ts";
import { listAreasToChoose, listEngagements, type EngagementOnHub } from "#features/involvement/queries.ts";
import { engagementsAtom, engagementsCalendar, engagementsJson, type ListToWrite } from "./dataset.ts";

/** What is asked for, as the address holds it; an empty part asks for nothing. */
export interface Asked {
  readonly q: string;
  readonly area: string;
  readonly topic: string;
  readonly level: string;
  readonly kind: string;
  readonly show: string;
}

/** Reads what an address asks for. What no list offers counts as not asked, so that an old link still finds something. */
export function readAsked(query: URLSearchParams): Asked {
  const oneOf = (name: string, values: readonly string[]) => {
    const given = query.get(name) ?? "";
    return values.includes(given) ? given : "";
  };
  return {
    q: (query.get("q") ?? "").slice(0, 200),
    area: (query.get("area") ?? "").slice(0, 36),
    topic: oneOf("topic", TOPICS),
    level: oneOf("level", LEVELS),
    kind: oneOf("kind", ENGAGEMENT_KINDS),
    show: oneOf("show", STANDINGS_TO_FIND),
  };
}

/** What was asked for, written as an address has it, with nothing that is empty. */
export const queryOfAsked = (asked: Asked): string => new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();

export interface Found {
  readonly engagements: readonly EngagementOnHub[];
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  /** The postcode that was typed, with its area if it is one of the council's. */
  readonly place: { readonly postcode: string; readonly area: BilingualText | null } | null;
}

/** The published engagements that match what is asked, those closing soonest first. A postcode among the words is its ward. */
export async function findEngagements(scope: PublicScope, asked: Asked, now: Date): Promise<Found> {
  const [all, areas] = await Promise.all([listLately(scope, now), listAreasToChoose(scope)]);
  const typed = postcode().safeParse(asked.q);
  const area = typed.success ? await findAreaOfPostcode(scope, typed.data) : null;
  const wanted = {
    ids: typed.success ? null : await findByWords(scope, asked.q),
    areaId: area?.id ?? (areas.some(({ id }) => id === asked.area) ? asked.area : null),
    topic: TOPICS.find((topic) => topic === asked.topic) ?? null,
    level: LEVELS.find((level) => level === asked.level) ?? null,
    kind: ENGAGEMENT_KINDS.find((kind) => kind === asked.kind) ?? null,
    standing: STANDINGS_TO_FIND.find((standing) => standing === asked.show) ?? null,
  };
  return { engagements: search(all, wanted, now), areas, place: typed.success ? { postcode: `${typed.data.slice(0, -3)} ${typed.data.slice(-3)}`, area: area?.name ?? null } : null };
}

/** From so many people on counting them anew at each search takes longer than the search. */
const CROWD = 10_000;
const KEPT_MS = 10_000;
const kept = new Map<string, { readonly until: number; readonly list: readonly EngagementOnHub[] }>();

/** The published engagements; where a crowd has taken part in them, as they stood within the last ten seconds. */
async function listLately(scope: PublicScope, now: Date): Promise<readonly EngagementOnHub[]> {
  const { id } = scope.council;
  const lately = kept.get(id);
  if (lately && lately.until > now.getTime()) return lately.list;
  const list = await listEngagements(scope);
  if (list.reduce((sum, { takenPart }) => sum + takenPart, 0) > CROWD) kept.set(id, { until: now.getTime() + KEPT_MS, list });
  return list;
}

/** The three forms in which a list goes out to programs. */
export const LIST_FORMS = { atom: engagementsAtom, calendar: engagementsCalendar, json: (list: ListToWrite) => JSON.stringify(engagementsJson(list)) };

/** What an address asks for, written in one of the forms for programs. */
export async function writeFound(scope: PublicScope, query: URLSearchParams, form: keyof typeof LIST_FORMS, now: Date): Promise<string> {
  const asked = readAsked(query);
  const { engagements: found } = await findEngagements(scope, asked, now);
  return LIST_FORMS[form]({ scope, engagements: found, query: queryOfAsked(asked), now });
}

/** The engagements whose texts hold every word, whatever its ending or mutation; null where no word says anything. */
async function findByWords(scope: PublicScope, words: string): Promise<ReadonlySet<string> | null> {
  const plain = words.replaceAll("\u0000", " ");
  if (plain.trim() === "") return null;
  const [question] = await database().execute<{ asks: boolean }>(sql`select search_question(${plain}) is not null as asks`);
  if (!question?.asks) return null;
  const rows = await database()
    .select({ id: engagements.id })
    .from(engagements)
    .where(
      and(
        eq(engagements.councilId, scope.council.id),
        inArray(engagements.state, [...PUBLIC_STATES]),
        sql`search_words(title_en || ' ' || summary_en || ' ' || decision_en || ' ' || affected_en,
          title_cy || ' ' || summary_cy || ' ' || decision_cy || ' ' || affected_cy) @@ search_question(${plain})`,
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

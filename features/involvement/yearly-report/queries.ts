import { sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { sameStop, threadsOf, type ThreadEnd } from "#domain/golden-thread/thread.ts";
import { listAllStrands, type Strand } from "#features/golden-thread/queries.ts";
import { getDutyYear, type DutyYear } from "#features/involvement/duty/queries.ts";
import { listFeedback, type FeedbackInView } from "#features/involvement/queries.ts";

/** A theme of the answers of one consultation, in how many it was found, and what the council says to it. */
export interface ThemeOfYear {
  readonly id: string;
  readonly engagementId: string;
  readonly name: BilingualText;
  readonly answer: BilingualText;
  readonly answers: number;
}

/** Everything the yearly report of the duty to involve is made from. */
export interface YearlyReport {
  readonly duty: DutyYear;
  readonly feedback: readonly FeedbackInView[];
  readonly themes: readonly ThemeOfYear[];
  /** Every strand of the threads that pass through the year's engagements. */
  readonly strands: readonly Strand[];
  /** Projects of each vote that its declared result did not fund. */
  readonly notFunded: readonly { readonly engagementId: string; readonly projects: number }[];
}

/** The report of a year, 1 April to 31 March. Only what everybody may see goes into it. */
export async function getYearlyReport(scope: AnyScope, year: number): Promise<YearlyReport> {
  const duty = await getDutyYear(scope, { year, service: null, areaId: null, group: null, level: null });
  const slugs = new Set(duty.engagements.map(({ slug }) => slug));
  const ids = duty.engagements.map(({ id }) => id);
  const [feedback, strands, themes, notFunded] = await Promise.all([listFeedback(scope, 1_000), listAllStrands(scope), listThemesOf(scope, ids), countNotFunded(scope, ids)]);
  const own = (stop: ThreadEnd): boolean => ids.some((id) => sameStop(stop, { kind: "engagement", id }));
  const kept = new Set(threadsOf(strands).filter((thread) => thread.some(({ from }) => own(from))).flat());
  return { duty, feedback: feedback.filter(({ slug }) => slugs.has(slug)), themes, strands: strands.filter((strand) => kept.has(strand)), notFunded };
}

async function listThemesOf(scope: AnyScope, engagementIds: readonly string[]): Promise<readonly ThemeOfYear[]> {
  if (engagementIds.length === 0) return [];
  const rows = await database().execute<{ id: string; engagement_id: string; name_en: string; name_cy: string; answer_en: string; answer_cy: string; answers: number }>(sql`
    select t.id, e.id as engagement_id, t.name_en, t.name_cy, t.answer_en, t.answer_cy,
      (select count(distinct a.response_id)::integer from answer_themes a where a.theme_id = t.id) as answers
    from themes t join engagements e on e.consultation_id = t.consultation_id
    where e.council_id = ${scope.council.id} and t.main and e.state in ('analysed', 'decided', 'fed-back', 'archived')
      and e.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(engagementIds)}::text::jsonb))
    order by answers desc, t.name_en`);
  return rows.map((row) => ({ id: row.id, engagementId: row.engagement_id, name: bilingual(row.name_en, row.name_cy), answer: bilingual(row.answer_en, row.answer_cy), answers: row.answers }));
}

async function countNotFunded(scope: AnyScope, engagementIds: readonly string[]): Promise<YearlyReport["notFunded"]> {
  if (engagementIds.length === 0) return [];
  const rows = await database().execute<{ engagement_id: string; projects: number }>(sql`
    select e.id as engagement_id, count(*)::integer as projects
    from projects p join pots t on t.id = p.pot_id join engagements e on e.programme_id = t.programme_id
    where e.council_id = ${scope.council.id} and e.state in ('decided', 'fed-back', 'archived') and p.state not in ('funded', 'delivered', 'draft')
      and e.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(engagementIds)}::text::jsonb))
    group by e.id order by e.id`);
  return rows.map((row) => ({ engagementId: row.engagement_id, projects: row.projects }));
}

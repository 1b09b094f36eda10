import { and, eq, ne } from "drizzle-orm";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { Level, Topic } from "#domain/involvement/engagement.ts";
import type { DraftText } from "#domain/involvement/readiness.ts";
import { listStatutesToChoose } from "#features/involvement/statutes/queries.ts";
import { editEngagement, type DraftToEdit } from "./edit-draft.ts";
import { detailsOf } from "./queries.ts";
import { unsign } from "./unsign.ts";

export interface DetailsInput {
  readonly slug: string;
  readonly texts: Readonly<Record<DraftText, BilingualText>>;
  readonly level: Level;
  readonly topic: Topic;
  readonly statutoryBasis: string;
  /** The code of a statutory consultation, empty for none; as it stands where it is left out. */
  readonly statute?: string;
}

/** Writes what a draft is about. */
export const changeDetails = (scope: ActorScope, draft: DraftToEdit, input: DetailsInput): Promise<Result<void, "changed-meanwhile" | "slug-taken" | "statute-unknown">> =>
  editEngagement(scope, draft, { act: "engagement.details-changed", part: detailsOf }, async (tx, vote) => {
    const here = eq(engagements.councilId, scope.council.id);
    const [namesake] = await tx.select({ id: engagements.id }).from(engagements).where(and(here, eq(engagements.slug, input.slug), ne(engagements.id, vote.id)));
    if (namesake) return err("slug-taken");
    const statute = input.statute ?? vote.statute;
    if (statute !== "" && statute !== vote.statute && !(await listStatutesToChoose(scope, "", tx)).some(({ code }) => code === statute)) return err("statute-unknown");
    const { slug, level, topic, statutoryBasis, texts } = input;
    await tx
      .update(engagements)
      .set({
        slug,
        level,
        topic,
        statutoryBasis,
        statute,
        titleEn: texts.title.en,
        titleCy: texts.title.cy,
        summaryEn: texts.summary.en,
        summaryCy: texts.summary.cy,
        decisionEn: texts.decision.en,
        decisionCy: texts.decision.cy,
        decidedByEn: texts.decidedBy.en,
        decidedByCy: texts.decidedBy.cy,
        affectedEn: texts.affected.en,
        affectedCy: texts.affected.cy,
      })
      .where(and(here, eq(engagements.id, vote.id)));
    await unsign(tx, vote, statute === vote.statute ? ["both-languages"] : ["both-languages", "adequate-time"]);
    return ok();
  });

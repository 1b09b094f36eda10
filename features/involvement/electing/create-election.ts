import { and, asc, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { inTransaction } from "#db/client.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { calendarFor, instantsOf } from "#domain/elections/calendar.ts";
import { TEMPLATES_OF_ELECTIONS, type ElectionTemplate } from "#domain/elections/template.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { openElection } from "#features/elections/set-up/open-election.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";

export interface CreateElection {
  /** The form's one-use number; becomes the engagement's id, so that a form sent twice makes one election. */
  readonly once: string;
  readonly title: BilingualText;
  readonly template: ElectionTemplate;
  readonly pollingDay: CivilDay;
  /** Address part; made of the title unless given. */
  readonly slug?: string;
}

/** Begins an election from a template: offices, rule, electorate, and a calendar counted back from polling day, all as a draft. */
export function createElection(scope: ActorScope, { once, title, template, pollingDay, slug: wanted }: CreateElection): Promise<Result<{ readonly engagementId: string }, readonly Fault[]>> {
  return inTransaction(async (tx) => {
    authorise(scope, "election.create", null);
    const there = await tx.select({ id: engagements.id, slug: engagements.slug }).from(engagements).where(eq(engagements.councilId, scope.council.id));
    if (there.some(({ id }) => id === once)) return ok({ engagementId: once });
    if (pollingDay <= londonDay(now())) return err([{ field: "pollingDay", code: "polling-day-past" }]);
    const from = TEMPLATES_OF_ELECTIONS[template];
    const wards = from.byWard
      ? await tx.select({ id: areas.id, en: areas.nameEn, cy: areas.nameCy }).from(areas).where(and(eq(areas.councilId, scope.council.id), eq(areas.kind, "ward"))).orderBy(asc(areas.nameEn))
      : [];
    if (from.byWard && wards.length === 0) return err([{ field: "template", code: "no-wards" }]);
    const words = { en: messages("en").elections, cy: messages("cy").elections };
    const both = (of: (t: typeof words.en) => string): BilingualText => ({ en: of(words.en), cy: of(words.cy) });
    const calendar = calendarFor(pollingDay, from.days);
    const electionId = await openElection(tx, scope, {
      template,
      question: both((t) => t.templates[template].question),
      contests: from.byWard ? wards.map(({ id, en, cy }) => ({ name: bilingual(en, cy), areaId: id })) : [{ name: both((t) => t.templates[template].contest), areaId: null }],
      rules: {
        rule: from.rule,
        offices: from.offices.map(({ office, places }) => ({ name: both((t) => t.offices[office]), places })),
        electorate: from.electorate,
        candidateMinAge: from.candidateMinAge,
        candidateMaxAge: from.candidateMaxAge,
        nominators: from.nominators,
        spendingPence: from.spendingPence,
        conduct: both((t) => t.usualConduct),
        indexed: false,
        calendar,
      },
    });
    const slug = unusedSlug(wanted ?? slugOf(title.en || title.cy, "election"), there.map((each) => each.slug));
    const { opensAt, closesAt, resultsAt } = instantsOf(calendar);
    const texts = words.en.templates[template];
    const textsCy = words.cy.templates[template];
    await tx.insert(engagements).values({
      id: once,
      councilId: scope.council.id,
      slug,
      titleEn: title.en,
      titleCy: title.cy,
      summaryEn: texts.summary,
      summaryCy: textsCy.summary,
      decisionEn: texts.question,
      decisionCy: textsCy.question,
      decidedByEn: words.en.decidedBy,
      decidedByCy: words.cy.decidedBy,
      topic: template === "young-mayor" || template === "youth-council" ? "children-and-young-people" : "culture-and-leisure",
      electionId,
      opensAt,
      closesAt,
      resultsAt,
      authorId: scope.actor.personId,
    });
    await record(tx, scope, { act: "engagement.created", thing: { kind: "engagement", id: once }, detail: { slug } });
    return ok({ engagementId: once });
  });
}

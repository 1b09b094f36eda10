import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { agreements, frameworks, strategies } from "#db/schema/priorities/agreements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refusePeriod } from "#domain/priorities/agreement.ts";
import { frameworkOf, type FrameworkCode } from "#domain/priorities/framework.ts";
import { record } from "#platform/audit-trail.ts";
import { randomId } from "#platform/random.ts";
import { renewPages } from "#platform/renewal.ts";

export interface BeginPlanInput {
  /** The form's one-use number: the plan's id. */
  readonly once: string;
  readonly framework: FrameworkCode;
  readonly strategyId: string | null;
  readonly title: BilingualText;
  /** Where it applies, in words. */
  readonly area: BilingualText;
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
}

/** Begins a plan under a framework, whose rules it keeps as they stand today. */
export async function beginPlan(scope: ActorScope, { once: id, framework: code, strategyId, title, area, startsOn, endsOn }: BeginPlanInput): Promise<Result<{ planId: string }, Fault | "choose-one">> {
  authorise(scope, "plan.edit", null);
  const { name, law, code: _, ...rules } = frameworkOf(code);
  const wrong = refusePeriod(rules, { from: startsOn, to: endsOn });
  if (wrong) return err(wrong);
  return inTransaction(async (tx) => {
    const there = await tx.select({ id: agreements.id, slug: agreements.slug }).from(agreements).where(eq(agreements.councilId, scope.council.id));
    if (there.some((plan) => plan.id === id)) return ok({ planId: id });
    if (strategyId !== null) {
      const [strategy] = await tx.select({ councilId: strategies.councilId }).from(strategies).where(eq(strategies.id, strategyId));
      if (strategy?.councilId !== scope.council.id) return err("choose-one");
    }
    const frameworkId = randomId();
    const { mostDesignated, mostStatutory, designateWithinMonths, lockMonths, designatedByRevision, localNeedsConsent, returnDays } = rules;
    await tx.insert(frameworks).values({ id: frameworkId, councilId: scope.council.id, code, nameEn: name.en, nameCy: name.cy, law, mostDesignated, mostStatutory, designateWithinMonths, lockMonths, designatedByRevision, localNeedsConsent, returnDays, rules });
    const slug = unusedSlug(slugOf(title.en, "plan"), there.map((plan) => plan.slug));
    await tx.insert(agreements).values({ id, councilId: scope.council.id, frameworkId, strategyId, slug, titleEn: title.en, titleCy: title.cy, areaEn: area.en, areaCy: area.cy, startsOn, endsOn });
    await record(tx, scope, { act: "plan.begun", thing: { kind: "plan", id }, detail: { framework: code } });
    await renewPages(tx, scope.council.slug);
    return ok({ planId: id });
  });
}

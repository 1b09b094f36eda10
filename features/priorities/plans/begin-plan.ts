import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { agreements, frameworks, ownFrameworks, strategies } from "#db/schema/priorities/agreements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { refusePeriod } from "#domain/priorities/agreement.ts";
import { FRAMEWORK_CODES, frameworkOf, type FrameworkCode } from "#domain/priorities/framework.ts";
import type { OwnFramework } from "#domain/priorities/own-framework.ts";
import { currentVersion } from "#platform/kept-versions.ts";
import { record } from "#platform/audit-trail.ts";
import { randomId } from "#platform/random.ts";
import { renewPages } from "#platform/renewal.ts";

/** The id of a framework that the council wrote itself. */
export type OwnFrameworkId = string & { readonly own?: true };

export interface BeginPlanInput {
  /** The form's one-use number: the plan's id. */
  readonly once: string;
  /** One that comes with the program, or the id of the council's own. */
  readonly framework: FrameworkCode | OwnFrameworkId;
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
  return inTransaction(async (tx) => {
    const chosen = await loadFramework(tx, scope, code);
    if (chosen === null) return err({ field: "framework", code: "choose-one" });
    const { name, law, rules, origin } = chosen;
    const wrong = refusePeriod(rules, { from: startsOn, to: endsOn });
    if (wrong) return err(wrong);
    const there = await tx.select({ id: agreements.id, slug: agreements.slug }).from(agreements).where(eq(agreements.councilId, scope.council.id));
    if (there.some((plan) => plan.id === id)) return ok({ planId: id });
    if (strategyId !== null) {
      const [strategy] = await tx.select({ councilId: strategies.councilId }).from(strategies).where(eq(strategies.id, strategyId));
      if (strategy?.councilId !== scope.council.id) return err("choose-one");
    }
    const frameworkId = randomId();
    const { mostDesignated, mostStatutory, designateWithinMonths, lockMonths, designatedByRevision, localNeedsConsent, returnDays } = rules;
    await tx.insert(frameworks).values({ id: frameworkId, councilId: scope.council.id, ...origin, nameEn: name.en, nameCy: name.cy, law, mostDesignated, mostStatutory, designateWithinMonths, lockMonths, designatedByRevision, localNeedsConsent, returnDays, rules });
    const slug = unusedSlug(slugOf(title.en, "plan"), ["frameworks", "above", ...there.map((plan) => plan.slug)]);
    await tx.insert(agreements).values({ id, councilId: scope.council.id, frameworkId, strategyId, slug, titleEn: title.en, titleCy: title.cy, areaEn: area.en, areaCy: area.cy, startsOn, endsOn });
    await record(tx, scope, { act: "plan.begun", thing: { kind: "plan", id }, detail: { framework: code } });
    await renewPages(tx, scope.council.slug);
    return ok({ planId: id });
  });
}

type Chosen = OwnFramework & { readonly origin: Pick<typeof frameworks.$inferInsert, "code" | "ownId" | "ownVersion"> };

/** A framework that comes with the program, or the council's own as its version that stands says; null where it has none of that id, or it is out of use. */
async function loadFramework(tx: Transaction, scope: ActorScope, chosen: string): Promise<Chosen | null> {
  const code = FRAMEWORK_CODES.find((each) => each === chosen);
  if (code) {
    const { name, law, code: _, ...rules } = frameworkOf(code);
    return { name, law, rules, origin: { code } };
  }
  const [own] = await tx.select({ id: ownFrameworks.id }).from(ownFrameworks).where(and(eq(ownFrameworks.councilId, scope.council.id), eq(ownFrameworks.id, chosen), eq(ownFrameworks.inUse, true)));
  const version = own ? await currentVersion(own.id, tx) : null;
  return own && version ? { ...(JSON.parse(version.content) as OwnFramework), origin: { ownId: own.id, ownVersion: version.number } } : null;
}

import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { ideas } from "#db/schema/budgeting/ideas.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { ideaLifecycle } from "#domain/budgeting/idea-lifecycle.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import type { PotForOfficers } from "#features/budgeting/programmes/queries.ts";
import { addProject, type ProjectInput } from "#features/budgeting/projects/add-project.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { tellPeopleOfIdeas } from "./tell-people.ts";
import { writeEvents } from "./write-event.ts";

export interface PutIdeaOnBallot {
  readonly ideaId: string;
  /** Of a vote that is still drafted. */
  readonly pot: PotForOfficers;
  /** What it is found to cost. Its author's estimate is only theirs. */
  readonly costPence: number;
  /** What is done, where it is one of several versions: it stands on the ballot instead of the idea's first sentence. */
  readonly version?: BilingualText | null;
  /** What the ballot says otherwise than the idea. */
  readonly project?: Partial<Omit<ProjectInput, "costPence">>;
}

const SUMMARY_MOST = 200;

/**
 * Makes of an idea a project on a pot's draft ballot; the project's id is the idea's, so doing it twice makes one. Part of a command that
 * asked whether its person may change the draft (features/involvement/drafting/put-idea.ts). Taking the project off the draft makes it a shortlisted idea again.
 */
export async function putIdeaOnBallot(tx: Transaction, scope: AnyScope, { ideaId, pot, costPence, version = null, project = {} }: PutIdeaOnBallot): Promise<Result<{ readonly projectId: string }, readonly Fault[]>> {
  const [row] = await tx.select().from(ideas).where(and(eq(ideas.councilId, scope.council.id), eq(ideas.id, ideaId))).for("update");
  const idea = found(row, "idea");
  if (idea.projectId !== null) return ok({ projectId: idea.projectId });
  const to = moveBy(ideaLifecycle, idea.state, "put-on-ballot");
  if (!to.ok || idea.sight !== "shown") return err([{ field: "", code: "wrong-state" }]);
  if (pot.pollState !== "draft") return err([{ field: "", code: "ballot-frozen" }]);
  const added = await addProject(tx, scope, {
    id: ideaId,
    pot,
    project: {
      title: { en: idea.titleEn, cy: idea.titleCy },
      summary: { en: shortened(version?.en || idea.textEn), cy: shortened(version?.cy || idea.textCy) },
      description: { en: withVersion(idea.textEn, version?.en ?? ""), cy: withVersion(idea.textCy, version?.cy ?? "") } satisfies BilingualText,
      proposer: idea.authorName,
      category: idea.category,
      tile: "ring",
      longitude: idea.longitude,
      latitude: idea.latitude,
      ...project,
      costPence,
    },
  });
  if (!added.ok) return added;
  await tx.update(ideas).set({ state: to.value, projectId: added.value.projectId, reasonEn: "", reasonCy: "", changedAt: now() }).where(eq(ideas.id, ideaId));
  await writeEvents(tx, scope, [{ ideaId, event: "put-on-ballot" }]);
  await tellPeopleOfIdeas(tx, scope, [{ ideaId, news: "put-on-ballot" }]);
  await record(tx, scope, { act: "idea.put-on-ballot", thing: { kind: "idea", id: ideaId }, detail: { pot: pot.id, costPence } });
  return added;
}

/** The idea as its author wrote it, and after it what is done of it. */
const withVersion = (text: string, what: string): string => (text === "" || what === "" ? text || what : `${text}\n\n${what}`);

/** The first sentence, or as many whole words as go into a line of the ballot. */
function shortened(text: string): string {
  const first = /^[^\n]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text.split("\n")[0] ?? "";
  if (first.length <= SUMMARY_MOST) return first;
  return `${first.slice(0, SUMMARY_MOST - 1).replace(/\s+\S*$/, "")}…`;
}

import { and, asc, eq, inArray } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { nominations } from "#db/schema/elections/nominations.ts";
import { electedPromises } from "#db/schema/involvement/promises.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { firstSentence } from "#domain/elections/statement.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { addProposal } from "#features/budgeting/ideas/add-proposal.ts";
import { listElected, type Elected } from "#features/elections/results/queries.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { messages } from "#i18n/messages.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";
import { findMayorsBudget } from "./queries.ts";

/** A title of a proposal at most. */
const TITLE_MOST = 110;

/**
 * Makes proposals of promises, part of a command that asked whether its person may. The candidate is its author, so that they are told what
 * becomes of it; everybody else reads the office beside it, which outlasts the day candidates' names are taken down.
 */
export async function proposePromises(
  tx: Transaction,
  scope: ActorScope,
  { programmeId, electionTitle, elected, promiseIds }: { readonly programmeId: string; readonly electionTitle: BilingualText; readonly elected: readonly Elected[]; readonly promiseIds: readonly string[] },
): Promise<void> {
  if (promiseIds.length === 0) return;
  const rows = await tx
    .select({ promise: electedPromises, personId: nominations.personId })
    .from(electedPromises)
    .innerJoin(nominations, eq(nominations.id, electedPromises.nominationId))
    .where(and(eq(electedPromises.councilId, scope.council.id), inArray(electedPromises.id, [...promiseIds])))
    .orderBy(asc(electedPromises.nominationId), asc(electedPromises.number));
  const rank = (nominationId: string): number => elected.findIndex((person) => person.nominationId === nominationId);
  for (const { promise, personId } of rows.toSorted((a, b) => rank(a.promise.nominationId) - rank(b.promise.nominationId))) {
    const office = elected[rank(promise.nominationId)]?.office ?? { en: "", cy: "" };
    const said = (locale: "en" | "cy", text: string): string => {
      if (text === "") return "";
      const origin = messages(locale).promises.origin({ office: office[locale] || office.en, election: electionTitle[locale] || electionTitle.en });
      return firstSentence(text, TITLE_MOST) === text ? origin : `${text}\n\n${origin}`;
    };
    const title = { en: firstSentence(promise.textEn, TITLE_MOST), cy: firstSentence(promise.textCy, TITLE_MOST) };
    await addProposal(tx, scope, {
      id: promise.id,
      programmeId,
      authorId: personId,
      content: { authorName: office[promise.writtenIn] || office.en, writtenIn: promise.writtenIn, title, text: { en: said("en", promise.textEn), cy: said("cy", promise.textCy) } },
    });
    await tx.update(electedPromises).set({ ideaId: promise.id }).where(eq(electedPromises.id, promise.id));
  }
}

/** Makes a proposal of a promise that was only written down. Refused once its ballots are frozen: a project could not stand on them any more. */
export async function proposePromise(scope: ActorScope, { engagementId, promiseId }: { readonly engagementId: string; readonly promiseId: string }): Promise<Result<void, Fault>> {
  authorise(scope, "promise.follow", null);
  const elected = await listElected(scope, (await getElectionForOfficers(scope, engagementId)).election);
  return inTransaction(async (tx) => {
    const { election, title } = await getElectionForOfficers(scope, engagementId, tx);
    const budget = found((await findMayorsBudget(scope, election.id, tx)) ?? undefined, "budget");
    const [promise] = await tx.select().from(electedPromises).where(and(eq(electedPromises.electionId, election.id), eq(electedPromises.id, promiseId))).for("update");
    const { ideaId, told } = found(promise, "promise");
    if (ideaId !== null) return ok();
    if (told !== null) return err({ field: "", code: "told-already" });
    const { programme } = await getVoteForOfficers(scope, budget.engagementId, tx);
    if (programme.pots.some(({ pollState }) => pollState !== "draft")) return err({ field: "", code: "ballot-frozen" });
    await proposePromises(tx, scope, { programmeId: programme.id, electionTitle: title, elected, promiseIds: [promiseId] });
    await record(tx, scope, { act: "promise.proposed", thing: { kind: "engagement", id: budget.engagementId }, detail: { promise: promiseId } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

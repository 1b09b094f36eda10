import { database, inTransaction } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { areas, postcodes } from "#db/schema/councils/areas.ts";
import { councils } from "#db/schema/councils/councils.ts";
import type { CouncilId, SystemScope } from "#domain/councils/scope.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import { createPoll, type CreatePollInput } from "#features/voting/polls/create-poll.ts";
import { readyPoll } from "#features/voting/polls/ready-poll.ts";
import { randomId } from "#platform/random.ts";

/** The scope of a job at a council of its own. */
export async function makeCouncil(slug = `c-${randomId().slice(0, 8)}`): Promise<SystemScope> {
  const [row] = await database().insert(councils).values({ slug, nameEn: "Brackenshire Council", nameCy: "Cyngor Sir Redyn" }).returning();
  if (!row) throw new Error("No council was made");
  return {
    kind: "system",
    job: "test",
    locale: "en",
    council: {
      id: row.id as CouncilId,
      slug: row.slug,
      name: bilingual(row.nameEn, row.nameCy),
      contactEmail: row.contactEmail,
      contactPhone: row.contactPhone,
      brand: row.brand,
      logoFileId: null,
      welsh: row.welsh,
      demo: row.demo,
    },
  } as SystemScope;
}

/** A ward with its postcodes; gives its id. */
export async function makeWard(scope: SystemScope, name: string, itsPostcodes: readonly string[] = []): Promise<string> {
  const id = randomId();
  await database().insert(areas).values({ id, councilId: scope.council.id, kind: "ward", code: `X${id.slice(0, 8)}`, nameEn: name, nameCy: name });
  if (itsPostcodes.length > 0) await database().insert(postcodes).values(itsPostcodes.map((postcode) => ({ councilId: scope.council.id, postcode, areaId: id })));
  return id;
}

const ANYBODY: Electorate = { rules: [], identityLevel: 1 };

export interface ReadyPollParts extends Partial<CreatePollInput> {
  readonly costs?: readonly number[];
  readonly opensAt?: Date;
  readonly closesAt?: Date;
}

/** A poll made ready by the real commands: an open knapsack of £1,200 over four projects unless told otherwise. */
export async function makeReadyPoll(scope: SystemScope, { costs = [60_000, 40_000, 30_000, 20_000], opensAt, closesAt, ...input }: ReadyPollParts = {}): Promise<string> {
  const hour = 3_600_000;
  return inTransaction(async (tx) => {
    const pollId = await createPoll(tx, scope, {
      question: { en: "Which projects?", cy: "Pa brosiectau?" },
      ballotKind: "knapsack",
      budgetPence: 120_000,
      rule: "equal-shares",
      electorate: ANYBODY,
      ...input,
    });
    const ready = await readyPoll(tx, scope, {
      pollId,
      opensAt: opensAt ?? new Date(Date.now() - hour),
      closesAt: closesAt ?? new Date(Date.now() + hour),
      options: costs.map((costPence, at) => ({
        number: at + 1,
        subjectId: randomId(),
        title: { en: `Project ${at + 1}`, cy: `Prosiect ${at + 1}` },
        costPence,
        reference: `P${at + 1}`,
      })),
    });
    if (!ready.ok) throw new Error(`The poll could not be made ready: ${ready.error}`);
    return pollId;
  });
}

import { defined } from "#domain/basics/assert.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { askForPacks } from "#features/elections/schools/ask-for-packs.ts";
import { setPlace } from "#features/elections/schools/change-school.ts";
import { joinSchool } from "#features/elections/schools/join-school.ts";
import { getSchool } from "#features/elections/schools/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { confirmPrinted } from "#features/voting/access-codes/confirm-printed.ts";
import { openSlips } from "#features/voting/access-codes/open-slips.ts";
import { useCode } from "#features/voting/access-codes/use-code.ts";
import { savePlace } from "#features/voting/polling-places/save-place.ts";
import { randomId, randomToken } from "#platform/random.ts";
import { castInBulk } from "#seed/cast-in-bulk.ts";
import { done } from "#seed/done.ts";

interface DemoSchool {
  readonly name: BilingualText;
  readonly years: readonly { readonly yearGroup: number; readonly pupils: number }[];
  /** Pupils of each class who vote with their slip. */
  readonly packs: readonly { readonly yearGroup: number; readonly name: string; readonly slips: number; readonly votes: number }[];
  /** It is a polling place of its own. */
  readonly isPlace?: boolean;
}

const MILLBROOK = { en: "Millbrook High", cy: "Ysgol Uwchradd Melinddwr" };
const FELLSIDE = { en: "Fellside Academy", cy: "Academi’r Fron" };
const QUAY = { en: "Quay Sixth Form", cy: "Chweched y Cei" };

export const SCHOOLS_BEFORE: readonly DemoSchool[] = [
  { name: MILLBROOK, years: [{ yearGroup: 9, pupils: 40 }, { yearGroup: 10, pupils: 38 }], packs: [{ yearGroup: 9, name: "9A", slips: 14, votes: 12 }, { yearGroup: 10, name: "10A", slips: 14, votes: 13 }] },
  { name: FELLSIDE, years: [{ yearGroup: 9, pupils: 30 }, { yearGroup: 10, pupils: 34 }], packs: [{ yearGroup: 9, name: "9F", slips: 14, votes: 11 }, { yearGroup: 10, name: "10F", slips: 14, votes: 12 }] },
  { name: QUAY, years: [{ yearGroup: 12, pupils: 20 }], packs: [{ yearGroup: 12, name: "12Q", slips: 12, votes: 10 }] },
];

export const SCHOOLS_NOW: readonly DemoSchool[] = [
  { name: MILLBROOK, years: [{ yearGroup: 9, pupils: 180 }, { yearGroup: 10, pupils: 174 }], packs: [{ yearGroup: 9, name: "9A", slips: 12, votes: 6 }, { yearGroup: 10, name: "10B", slips: 12, votes: 0 }], isPlace: true },
  { name: FELLSIDE, years: [{ yearGroup: 9, pupils: 150 }, { yearGroup: 10, pupils: 148 }], packs: [{ yearGroup: 10, name: "10F", slips: 6, votes: 3 }] },
  { name: QUAY, years: [{ yearGroup: 12, pupils: 96 }, { yearGroup: 13, pupils: 88 }], packs: [] },
];

export interface DemoPack {
  readonly batchId: string;
  readonly slips: number;
  readonly votes: number;
}

/** Schools take part in an election, with a pack of codes for some classes: made, printed and handed over. Gives the packs in the order of the list. */
export async function takeSchools({ author, returning, presiding }: { readonly author: ActorScope; readonly returning: ActorScope; readonly presiding: ActorScope }, engagementId: string, schools: readonly DemoSchool[], runJobs: () => Promise<void>): Promise<readonly DemoPack[]> {
  const { election } = await getElectionForOfficers(author, engagementId);
  const contestId = defined(election.contests[0]?.id);
  const packs: DemoPack[] = [];
  for (const school of schools) {
    const { id: schoolId } = await done(joinSchool(author, { once: randomId(), electionId: election.id, name: school.name, years: school.years }));
    const at = { electionId: election.id, schoolId };
    if (school.isPlace) {
      const none = { en: "", cy: "" };
      const { id: placeId } = await done(savePlace(returning, { id: randomId(), isNew: true, name: school.name, address: "Mill Lane, Millbrook", access: { en: "Level entrance from the car park.", cy: "Mynedfa wastad o’r maes parcio." }, hours: none, letters: "", officers: [presiding.actor.personId], closed: false }));
      await done(setPlace(author, { ...at, placeId }));
    }
    if (school.packs.length === 0) continue;
    await done(askForPacks(returning, { ...at, once: randomId(), voteId: engagementId, contestId, classes: school.packs }));
    const made = (await getSchool(author, election.id, engagementId, schoolId)).packs;
    packs.push(...school.packs.map(({ name, slips, votes }) => ({ batchId: defined(made.find(({ className }) => className === name)?.batchId), slips, votes })));
  }
  await runJobs();
  return packs;
}

/** Pupils vote with the first slips of their packs; then the packs are said to be printed, and their clear codes are gone. */
export async function voteWithSlips(returning: ActorScope, { engagementId, pollId, packs, choicesOf }: { readonly engagementId: string; readonly pollId: string; readonly packs: readonly Pick<DemoPack, "batchId" | "votes">[]; readonly choicesOf: (voter: number) => readonly number[] }): Promise<void> {
  const voters = [];
  for (const { batchId, votes } of packs) {
    const { slips } = await done(openSlips(returning, { batchId, part: 1, form: "pdf" }));
    for (const { code } of slips.slice(0, votes)) {
      const { token } = await done(useCode(returning, { voteId: engagementId, code, once: randomToken(), tokens: new Map(), network: null, asking: null }));
      voters.push({ name: code, token: defined(token ?? undefined), vote: { choices: choicesOf(voters.length) } });
    }
    await done(confirmPrinted(returning, { batchId }));
  }
  await castInBulk(pollId, voters);
}

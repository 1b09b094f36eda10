import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { database, type Executor } from "#db/client.ts";
import { keyCircles, keyHolders } from "#db/schema/voting/key-holders.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { KEY_HOLDERS, type KeyHolderRole } from "#domain/voting/ballot-box/key-shares.ts";
import type { PollState } from "#domain/voting/poll.ts";
import { askProgram, ProgramAway } from "#platform/programs/ask-program.ts";
import { readHolderToken } from "./holder-token.ts";

export interface KeyHolder {
  readonly number: number;
  readonly role: KeyHolderRole;
  readonly name: string;
  readonly email: string;
}

/** The three people who hold a vote's count key. */
export interface KeyCircle {
  readonly id: string;
  readonly subjectId: string;
  readonly holders: readonly KeyHolder[];
}

const standing = z.object({ made: z.array(z.int()), confirmed: z.array(z.int()), drill: z.array(z.int()), drilled: z.boolean(), given: z.array(z.int()) });

/** How far the people have got, as the counter knows it: numbers of holders. */
export type CircleStanding = z.infer<typeof standing>;

/** The circle of a vote; null where its key is kept in the platform's store. */
export async function findCircle(scope: AnyScope, subjectId: string, executor: Executor = database()): Promise<KeyCircle | null> {
  const [circle] = await executor
    .select({ id: keyCircles.id })
    .from(keyCircles)
    .where(and(eq(keyCircles.councilId, scope.council.id), eq(keyCircles.subjectId, subjectId), isNull(keyCircles.endedAt)));
  return circle ? { id: circle.id, subjectId, holders: await listHolders(circle.id, executor) } : null;
}

const listHolders = (circleId: string, executor: Executor = database()): Promise<readonly KeyHolder[]> =>
  executor
    .select({ number: keyHolders.number, role: keyHolders.role, name: keyHolders.name, email: keyHolders.email })
    .from(keyHolders)
    .where(eq(keyHolders.circleId, circleId))
    .orderBy(asc(keyHolders.number));

/** Who holds a poll's count key; how far they are is null while the counter is not there. */
export interface HoldersOfPoll {
  readonly holders: readonly KeyHolder[];
  readonly standing: CircleStanding | null;
}

/** The holders of a poll's count key; null for a key in the store. */
export async function findHoldersOfPoll(circleId: string | null): Promise<HoldersOfPoll | null> {
  return circleId === null ? null : { holders: await listHolders(circleId), standing: await standingIfThere(circleId) };
}

/** Asks the counter how far a circle is. Throws ProgramAway while it is not there. */
export async function readStanding(circleId: string): Promise<CircleStanding> {
  const { status, body } = await askProgram("counter", "/circles", { circle: circleId });
  if (status !== 200) throw new Error(`The counter answered ${String(status)} about a circle`);
  return standing.parse(body);
}

/** The same, or null while the counter is not there. */
export const standingIfThere = (circleId: string): Promise<CircleStanding | null> =>
  readStanding(circleId).catch((fault: unknown) => {
    if (fault instanceof ProgramAway) return null;
    throw fault;
  });

/** What is asked of the holder now. */
export type HolderStep = "ended" | "show" | "confirm" | "wait-for-others" | "drill" | "drilled-waits" | "keep" | "give" | "given" | "opened";

export interface HolderPage {
  readonly circleId: string;
  readonly subjectId: string;
  readonly holder: KeyHolder;
  readonly standing: CircleStanding;
  readonly step: HolderStep;
}

/** The page of one holder, by the link that was sent to them. 404 for a link that is not theirs or of another council. */
export async function getHolderPage(scope: AnyScope, token: string): Promise<HolderPage> {
  const { circleId, number } = found(readHolderToken(token), "holder");
  const [circle] = await database()
    .select()
    .from(keyCircles)
    .where(and(eq(keyCircles.councilId, scope.council.id), eq(keyCircles.id, circleId)));
  const { subjectId, endedAt } = found(circle, "circle");
  const holder = found((await listHolders(circleId)).find((each) => each.number === number), "holder");
  const [at, itsPolls] = [await readStanding(circleId), await database().select({ state: polls.state }).from(polls).where(eq(polls.keyCircle, circleId))];
  return { circleId, subjectId, holder, standing: at, step: endedAt === null ? stepOf(number, at, itsPolls.map(({ state }) => state)) : "ended" };
}

/** What one holder is to do, from how far the circle is and where its polls stand. */
export function stepOf(number: number, { made, confirmed, drill, drilled, given }: CircleStanding, states: readonly PollState[]): HolderStep {
  if (!confirmed.includes(number)) return made.includes(number) ? "confirm" : "show";
  if (confirmed.length < KEY_HOLDERS.length) return "wait-for-others";
  if (!drilled) return drill.includes(number) ? "drilled-waits" : "drill";
  if (states.length > 0 && states.every((state) => state === "counted" || state === "declared")) return "opened";
  if (states.includes("closed")) return given.includes(number) ? "given" : "give";
  return "keep";
}

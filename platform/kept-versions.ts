import { and, desc, eq } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { keptVersions } from "#db/schema/platform.ts";

/** A version of a text as it was kept. */
export interface KeptVersion {
  /** From 1, without gaps. */
  readonly number: number;
  /** SHA-256 of `content`, hex. */
  readonly sha256: string;
  readonly writtenAt: Date;
  /** JSON, byte for byte what the fingerprint is of. */
  readonly content: string;
}

const columns = { number: keptVersions.number, sha256: keptVersions.sha256, writtenAt: keptVersions.writtenAt, content: keptVersions.content };

/** Every version of a thing of a council, newest first. */
export async function listVersions(councilId: string, thingId: string, executor: Executor = database()): Promise<readonly KeptVersion[]> {
  return executor.select(columns).from(keptVersions).where(and(eq(keptVersions.councilId, councilId), eq(keptVersions.thingId, thingId))).orderBy(desc(keptVersions.number));
}

/** One version of a thing of a council by its number; null where there is none. */
export async function findVersion(councilId: string, thingId: string, number: number): Promise<KeptVersion | null> {
  const [row] = await database().select(columns).from(keptVersions).where(and(eq(keptVersions.councilId, councilId), eq(keptVersions.thingId, thingId), eq(keptVersions.number, number)));
  return row ?? null;
}

/** The version that stands now; null before the transaction that first wrote the thing has ended. */
export async function currentVersion(thingId: string, executor: Executor = database()): Promise<KeptVersion | null> {
  const [row] = await executor.select(columns).from(keptVersions).where(eq(keptVersions.thingId, thingId)).orderBy(desc(keptVersions.number)).limit(1);
  return row ?? null;
}

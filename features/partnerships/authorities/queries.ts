import { asc } from "drizzle-orm";
import { database } from "#db/client.ts";
import { localAuthorities } from "#db/schema/partnerships/authorities.ts";

/** The local authorities read in so far, by name, for officers to choose from. */
export async function listAuthorities(): Promise<readonly { readonly code: string; readonly officialName: string; readonly nation: string; readonly source: string }[]> {
  const { code, officialName, nation, source } = localAuthorities;
  return database().select({ code, officialName, nation, source }).from(localAuthorities).orderBy(asc(localAuthorities.name));
}

import { createClient } from "#db/client.ts";

const OLDEST_VERSION = 15;

/** What is wrong with a PostgreSQL of one's own, in words for the person at the terminal, or null. Never shows the password. */
export async function faultOfDatabase(url: string): Promise<string | null> {
  if (!URL.canParse(url)) return "DATABASE_URL is not an address such as postgres://user:password@host:5432/database.";
  const { host, pathname } = new URL(url);
  const client = createClient(url, { max: 1 });
  try {
    const [row] = await client<{ version: number; name: string }[]>`
      select current_setting('server_version_num')::int / 10000 as version, current_setting('server_version') as name`;
    if (!row || row.version >= OLDEST_VERSION) return null;
    return `The database at ${host} is PostgreSQL ${row.name}; Folkmoot needs ${String(OLDEST_VERSION)} or newer.`;
  } catch (error) {
    return `The database ${pathname.slice(1)} at ${host} (DATABASE_URL) cannot be used: ${(error as Error).message}.`;
  } finally {
    await client.end({ timeout: 1 });
  }
}

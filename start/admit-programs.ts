import { createClient } from "#db/client.ts";
import { giveLogins, loginAddress, PROGRAMS, roleAddress, type Program } from "#db/roles.ts";
import { admitToJobs } from "#platform/jobs/prepare.ts";
import type { Settings } from "./settings.ts";

/**
 * The address by which each program reaches the database. In the built-in one each signs in as its own role; in a database of
 * one's own by WEB_DATABASE_URL, ISSUER_DATABASE_URL, BOX_DATABASE_URL and COUNTER_DATABASE_URL, and where they are not set as the user of
 * DATABASE_URL, taking its role.
 */
export async function admitPrograms({ databaseUrl, secrets }: Settings, ownerUrl: string): Promise<Readonly<Record<Program, string>>> {
  const owner = createClient(ownerUrl, { max: 1, name: "folkmoot start" });
  try {
    await admitToJobs(owner);
    if (databaseUrl === null) await giveLogins(owner, { web: secrets.WEB_PASSWORD, issuer: secrets.ISSUER_PASSWORD, box: secrets.BOX_PASSWORD, counter: secrets.COUNTER_PASSWORD });
  } finally {
    await owner.end({ timeout: 5 });
  }
  const addressOf = (program: Program): string =>
    databaseUrl === null
      ? loginAddress(ownerUrl, program, secrets[`${program.toUpperCase() as Uppercase<Program>}_PASSWORD`])
      : (process.env[`${program.toUpperCase()}_DATABASE_URL`] ?? roleAddress(ownerUrl, program));
  return Object.fromEntries(PROGRAMS.map((program) => [program, addressOf(program)])) as Record<Program, string>;
}

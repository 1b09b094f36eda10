import type { Sql } from "./client.ts";

/** The programs that have a database role of their own, by what they may know (db/migrations/0010_roles_and_rooms.sql). */
export const PROGRAMS = ["web", "issuer", "box", "counter"] as const;
export type Program = (typeof PROGRAMS)[number];

export const roleOf = (program: Program): string => `folkmoot_${program}`;

/** Lets each program sign in as its own role with its own password. For whoever may change the roles: the owner of the database. */
export async function giveLogins(sql: Sql, passwords: Readonly<Record<Program, string>>): Promise<void> {
  for (const program of PROGRAMS) {
    const password = passwords[program];
    if (!/^[\w-]{20,}$/.test(password)) throw new Error("A program's password is made of letters, digits, dash and underscore");
    await sql.unsafe(`alter role ${roleOf(program)} login password '${password}'`);
  }
}

/** The address of a database for one program, signing in by itself. */
export function loginAddress(url: string, program: Program, password: string): string {
  const address = new URL(url);
  address.username = roleOf(program);
  address.password = password;
  return address.href;
}

/**
 * The address of a database for one program that signs in as the given user and takes its role from the first moment.
 * Weaker than a login of its own: who runs the program's code at will could take the role off again.
 */
export function roleAddress(url: string, program: Program): string {
  const address = new URL(url);
  const given = address.searchParams.get("options");
  address.searchParams.set("options", `${given === null ? "" : `${given} `}-c role=${roleOf(program)}`);
  return address.href;
}

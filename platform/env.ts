import { z } from "zod";

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  BASE_URL: z.url().default("http://localhost:3000"),
  /** Absent: mail stays in the database and is read at /local/mail. */
  SMTP_URL: z.string().optional(),
  /** The page where mail that stays here is read: shown at a base address on this machine, or with "1" anywhere. */
  LOCAL_MAIL: z.enum(["0", "1"]).optional(),
  /** A program that looks at files people send, as words on a command line; it is given the bytes and answers by its exit status. Absent: documents stay in quarantine. */
  SCAN_COMMAND: z.string().trim().min(1).optional(),
  MAIL_FROM: z.string().default("Folkmoot <no-reply@localhost>"),
  /** The installation's key: seals second factors, keys voter hashes and signs sessions. Only web and worker are given it. */
  FOLKMOOT_SECRET: z.string().min(32).optional(),
  /** Addresses of the small programs, for those that ask them. */
  ISSUER_URL: z.url().optional(),
  BOX_URL: z.url().optional(),
  COUNTER_URL: z.url().optional(),
  /** Where browsers reach the ballot box, if it has a host of its own. */
  BOX_PUBLIC_URL: z.url().optional(),
  /** By which the programs of an installation know each other. */
  PROGRAMS_SECRET: z.string().min(32).optional(),
  /** What each small program seals its keys with; none is given another's. */
  ISSUER_SECRET: z.string().min(32).optional(),
  BOX_SECRET: z.string().min(32).optional(),
  COUNTER_SECRET: z.string().min(32).optional(),
  FOLKMOOT_COMPONENTS: z.enum(["0", "1"]).default("0"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The process's settings, read once. Throws with every fault named when one is missing or wrong. */
export function env(): Env {
  parsed ??= schema.parse(process.env);
  return parsed;
}

/** With no mail server of its own an installation keeps mail where its operator can read it. */
export const mailStaysHere = (): boolean => env().SMTP_URL === undefined;

/** Whether anybody who reaches this installation may read that mail. Sign-in codes are in it. */
export function localMailOpen(): boolean {
  const { LOCAL_MAIL, BASE_URL } = env();
  if (!mailStaysHere() || LOCAL_MAIL === "0") return false;
  return LOCAL_MAIL === "1" || ["localhost", "127.0.0.1", "[::1]"].includes(new URL(BASE_URL).hostname);
}

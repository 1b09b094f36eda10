import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { email } from "#domain/basics/fields.ts";
import { readTrustedProxies } from "#platform/web/client-address.ts";

export const ROOT = path.dirname(import.meta.dirname);

export interface Settings {
  readonly mode: "production" | "development";
  readonly port: number;
  readonly baseUrl: string;
  /** Folder of the built-in database, the secrets and uploads. */
  readonly dataDir: string;
  /** A PostgreSQL of one's own; null runs the built-in one. */
  readonly databaseUrl: string | null;
  readonly withDemo: boolean;
  readonly secret: string;
  /** E-mail address of somebody who looks after the installation; null where nobody is named. */
  readonly operator: string | null;
}

/** Reads the environment. Throws an Error with a message for the person at the terminal. */
export function readSettings(mode: Settings["mode"]): Settings {
  const port = readPort();
  const dataDir = path.resolve(ROOT, process.env["FOLKMOOT_DATA"] ?? ".data");
  const databaseUrl = process.env["DATABASE_URL"] ?? null;
  // Read by the web program; a mistake in it is told here, to the person at the terminal.
  readTrustedProxies(process.env["TRUSTED_PROXIES"] ?? "");
  return {
    mode,
    port,
    baseUrl: process.env["BASE_URL"] ?? `http://localhost:${String(port)}`,
    dataDir,
    databaseUrl,
    // On a server of one's own nobody wants invented councils unless they ask for them.
    withDemo: (process.env["FOLKMOOT_DEMO"] ?? (databaseUrl === null ? "1" : "0")) === "1",
    secret: process.env["FOLKMOOT_SECRET"] ?? keptSecret(dataDir),
    operator: readOperator(),
  };
}

/** What the web and worker programs find in their environment. */
export function environmentFor(settings: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: settings.mode,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(settings.port),
    BASE_URL: settings.baseUrl,
    DATABASE_URL: databaseUrl,
    FOLKMOOT_DATA: settings.dataDir,
    FOLKMOOT_SECRET: settings.secret,
    NEXTAUTH_URL: settings.baseUrl,
    NEXTAUTH_SECRET: process.env["NEXTAUTH_SECRET"] ?? createHmac("sha256", settings.secret).update("next-auth").digest("hex"),
  };
}

function readOperator(): string | null {
  const given = process.env["FOLKMOOT_OPERATOR"];
  if (given === undefined || given === "") return null;
  const read = email().safeParse(given);
  if (!read.success) throw new Error(`FOLKMOOT_OPERATOR must be an e-mail address, such as name@example.com, not "${given}".`);
  return read.data;
}

function readPort(): number {
  const text = process.env["PORT"] ?? "3000";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT must be a number from 1 to 65535, not "${text}".`);
  return port;
}

/** Made once and kept beside the data it protects: without it, sealed second factors cannot be read. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, "secrets.json");
  if (existsSync(file)) return (JSON.parse(readFileSync(file, "utf8")) as { FOLKMOOT_SECRET: string }).FOLKMOOT_SECRET;
  mkdirSync(dataDir, { recursive: true });
  // The built-in database may run as another user, who must be able to pass through.
  chmodSync(dataDir, 0o755);
  const secret = randomBytes(32).toString("hex");
  writeFileSync(file, `${JSON.stringify({ FOLKMOOT_SECRET: secret }, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}

import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROGRAMS, type Program } from "#db/roles.ts";
import { email } from "#domain/basics/fields.ts";
import { readTrustedProxies } from "#platform/web/client-address.ts";

export const ROOT = path.dirname(import.meta.dirname);

/**
 * How Node runs the web program of a built copy. Node lets the young part of the heap grow by the machine's memory, to 128 MB and more, all
 * of which one long answer makes its own though it keeps nothing: this halves it.
 */
export const WEB_PROGRAM = ["--max-semi-space-size=32", "start/web.ts"] as const;

export interface Settings {
  readonly mode: "production" | "development";
  readonly port: number;
  readonly baseUrl: string;
  /** Folder of the built-in database, the secrets and uploads. */
  readonly dataDir: string;
  /** A PostgreSQL of one's own; null runs the built-in one. */
  readonly databaseUrl: string | null;
  readonly withDemo: boolean;
  /** What the web and worker programs seal with; each small program has its own. */
  readonly secrets: Secrets;
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
    secrets: readSecrets(dataDir),
    operator: readOperator(),
  };
}

/** Where the programs of one installation are. */
export interface Addresses {
  readonly databaseUrl: Readonly<Record<Program, string>>;
  /** Of the issuer, the box and the counter on this machine. */
  readonly ports: Readonly<Record<"issuer" | "box" | "counter", number>>;
}

/** What every program finds in its environment, beside what is its own. */
function environmentOf(settings: Settings): NodeJS.ProcessEnv {
  // Whoever starts all programs may hold every secret; each program is given its own.
  const own: readonly string[] = [...SECRETS, "DATABASE_URL", "NEXTAUTH_SECRET", ...PROGRAMS.map((program) => `${program.toUpperCase()}_DATABASE_URL`)];
  const given = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)));
  return { ...given, NODE_ENV: settings.mode, NEXT_TELEMETRY_DISABLED: "1", BASE_URL: settings.baseUrl };
}

/** What the web and worker programs find in their environment. */
export function environmentForWeb(settings: Settings, { databaseUrl, ports }: Addresses): NodeJS.ProcessEnv {
  const { secrets } = settings;
  const addressOf = (program: "issuer" | "box" | "counter"): string => process.env[`${program.toUpperCase()}_URL`] ?? `http://127.0.0.1:${String(ports[program])}`;
  return {
    ...environmentOf(settings),
    PORT: String(settings.port),
    DATABASE_URL: databaseUrl.web,
    FOLKMOOT_DATA: settings.dataDir,
    FOLKMOOT_SECRET: secrets.FOLKMOOT_SECRET,
    PROGRAMS_SECRET: secrets.PROGRAMS_SECRET,
    ISSUER_URL: addressOf("issuer"),
    BOX_URL: addressOf("box"),
    COUNTER_URL: addressOf("counter"),
    NEXTAUTH_URL: settings.baseUrl,
    NEXTAUTH_SECRET: process.env["NEXTAUTH_SECRET"] ?? createHmac("sha256", secrets.FOLKMOOT_SECRET).update("next-auth").digest("hex"),
  };
}

/** What a small program finds in its environment: its own database role, its own secret, and the one by which the programs know each other. */
export function environmentForProgram(settings: Settings, program: "issuer" | "box" | "counter", { databaseUrl, ports }: Addresses): NodeJS.ProcessEnv {
  const own = `${program.toUpperCase()}_SECRET` as "ISSUER_SECRET" | "BOX_SECRET" | "COUNTER_SECRET";
  const { [own]: secret, PROGRAMS_SECRET } = settings.secrets;
  return { ...environmentOf(settings), PORT: String(ports[program]), DATABASE_URL: databaseUrl[program], PROGRAMS_SECRET, [own]: secret };
}

/** What the seed finds, which makes the demo before anybody uses it and holds every role. */
export function environmentForSeed(settings: Settings, ownerUrl: string): NodeJS.ProcessEnv {
  const { secrets } = settings;
  const { ISSUER_URL: _issuer, BOX_URL: _box, COUNTER_URL: _counter, ...rest } = environmentForWeb(settings, { databaseUrl: { web: ownerUrl, issuer: ownerUrl, box: ownerUrl, counter: ownerUrl }, ports: { issuer: 0, box: 0, counter: 0 } });
  return { ...rest, ...secrets };
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

const SECRETS = ["FOLKMOOT_SECRET", "PROGRAMS_SECRET", "ISSUER_SECRET", "BOX_SECRET", "COUNTER_SECRET", "WEB_PASSWORD", "ISSUER_PASSWORD", "BOX_PASSWORD", "COUNTER_PASSWORD"] as const;
/** Secrets of the programs, and the passwords of their database roles. */
export type Secrets = Readonly<Record<(typeof SECRETS)[number], string>>;

/** Out of the environment, else made once and kept beside the data they protect: without them sealed keys cannot be read. */
function readSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Record<string, string>>) : {};
  const wanting = SECRETS.filter((name) => !process.env[name] && !kept[name]);
  const all = { ...kept, ...Object.fromEntries(wanting.map((name) => [name, randomBytes(32).toString("hex")])) };
  if (wanting.length > 0) {
    mkdirSync(dataDir, { recursive: true });
    // The built-in database may run as another user, who must be able to pass through.
    chmodSync(dataDir, 0o755);
    writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return Object.fromEntries(SECRETS.map((name) => [name, process.env[name] ?? all[name] ?? ""])) as Secrets;
}

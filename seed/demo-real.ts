/**
 * `npm run demo:real -- FILE [--rule RULE]`: a real participatory vote (Pabulib `.pb` or `.pb.gz`) as a council's own, from the
 * draft to the declared result, every ballot cast by the real commands; then its winners beside the published ones.
 * Broken off, it goes on where it stood. Ends with 1 where the winners differ, with 2 where the file cannot be taken.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { connect, disconnect } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { slugOf } from "#domain/basics/slug.ts";
import { BUDGET_RULE_IDS, isBudgetRuleId } from "#domain/voting/counting/rules.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { ensureServer, type EmbeddedServer } from "#platform/embedded-postgres/server.ts";
import { keepPresence } from "#platform/jobs/presence.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { runWaitingJobs } from "#platform/jobs/run-waiting.ts";
import { environmentForSeed, readSettings, type Settings } from "#start/settings.ts";
import { registry } from "#worker/registry.ts";
import { runProgramsHere } from "./programs-here.ts";
import { carryThrough } from "./real/carry-through.ts";
import { CAST_FILE_BALLOTS, castFileBallots } from "./real/cast-file-ballots.ts";
import { countsMade, differs, expectedWinners } from "./real/compare.ts";
import { realCouncil } from "./real/real-council.ts";
import { BadFile, checkFile, idOfWork, takeFile } from "./real/take-file.ts";

const f = format("en");
const say = (words: string): boolean => process.stderr.write(`${words}\n`);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rule: { type: "string" } } });
const [file] = positionals;
const rule = values.rule ?? null;
if (file === undefined || positionals.length > 1) stop("Usage: npm run demo:real -- FILE [--rule RULE]");
if (!existsSync(file)) stop(`There is no file ${file}.`);
if (rule !== null && !isBudgetRuleId(rule)) stop(`There is no rule ${rule}. There are: ${BUDGET_RULE_IDS.join(", ")}.`);

const opened: { server?: EmbeddedServer } = {};
try {
  await checkFile(file);
  const url = await openDatabase(readSettings("production"));
  process.exitCode = (await replay(file, url)) ? 0 : 1;
} catch (fault) {
  if (!(fault instanceof BadFile)) throw fault;
  for (const { line, column, code, params } of fault.faults) say(`${file}:${line}:${column} ${faultText("en", { field: "", code, params }, messages("en").importing.fileFaults)}`);
  say(`${fault.faults.length} faults; nothing was taken from the file.`);
  process.exitCode = 2;
} finally {
  await disconnect();
  if (opened.server?.started) await opened.server.stop();
}

function stop(words: string): never {
  say(words);
  process.exit(2);
}

/** DATABASE_URL, else the built-in server of `npm start`, adopted where it runs. */
async function openDatabase(settings: Settings): Promise<string> {
  const url = settings.databaseUrl ?? (await builtInDatabase(settings));
  Object.assign(process.env, environmentForSeed(settings, url));
  runProgramsHere();
  // Nobody waits for these ballots: commits need not reach the disk one by one. Their order is kept, so a crash loses only the last moment.
  const hurried = new URL(url);
  hurried.searchParams.set("synchronous_commit", "off");
  connect(hurried.href, { max: 8 });
  await migrate(url);
  await prepareJobs(url);
  // What a run that was killed had in hand goes back to the queue at once.
  const presence = keepPresence(url);
  await presence.releaseDead();
  await presence.end();
  return url;
}

async function builtInDatabase({ dataDir }: Settings): Promise<string> {
  opened.server = await ensureServer({ dir: path.join(dataDir, "pg") });
  return opened.server.ensureDatabase("folkmoot");
}

async function replay(source: string, url: string): Promise<boolean> {
  const name = path.basename(source).replace(/\.pb(\.gz)?$/, "");
  const slug = `real-${slugOf(name.replaceAll("_", " "), "vote")}`;
  const officers = await realCouncil(slug, name.replaceAll("_", " "));
  const importId = await idOfWork(source, rule ?? "");
  const engagementId = await takeFile(officers.author, { id: importId, file: source, rule });
  const handlers = { ...registry, [CAST_FILE_BALLOTS]: castFileBallots(progressOf()) };
  const pollId = await carryThrough({ officers, engagementId, importId, runJobs: () => runWaitingJobs(url, handlers), say });

  const expected = expectedWinners(source);
  let same = true;
  for (const count of await countsMade(officers.author, pollId)) {
    console.log(`\n${count.rule}${count.official ? " (the vote's own rule)" : ""}: ${count.winners.length} projects, ${f.money(count.spentPence)}, ${f.number(count.ballots)} ballots`);
    if (count.official) for (const { reference, title, costPence } of count.winners) console.log(`  ${reference}  ${f.money(costPence)}  ${title}`);
    const published = expected.get(count.rule);
    if (published === undefined) continue;
    const { missing, extra } = differs(count.winners.map(({ reference }) => reference), published);
    const equal = missing.length + extra.length === 0;
    console.log(equal ? `  the same ${published.length} winners as published` : `  DIFFERS from the published winners: missing ${missing.join(", ") || "none"}; extra ${extra.join(", ") || "none"}`);
    same &&= equal;
  }
  const vote = await getVoteForOfficers(officers.author, engagementId);
  console.log(`\nResult page, once npm start runs: ${env().BASE_URL}/en/${slug}/votes/${vote.slug}/results`);
  return same;
}

/** Says once a second how far the casting is. */
function progressOf(): (cast: number, all: number) => void {
  const started = performance.now();
  let said = 0;
  let first: number | null = null;
  return (cast, all) => {
    first ??= cast;
    const seconds = (performance.now() - started) / 1000;
    if (cast < all && seconds - said < 1) return;
    said = seconds;
    const memory = Math.round(process.memoryUsage().rss / 1_048_576);
    say(`cast ${f.number(cast)} of ${f.number(all)} ballots (${f.percent(cast / all)}), ${f.number(Math.round((cast - first) / Math.max(seconds, 0.1)))} a second, ${memory} MB`);
  };
}

import { connect, disconnect } from "#db/client.ts";
import { databaseUrlFromEnvironment } from "#db/url.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { runJobs } from "#platform/jobs/run.ts";
import { log } from "#platform/log.ts";
import { registry } from "./registry.ts";
import { schedule } from "./schedule.ts";
import { turnOfTheClock } from "./turn-of-the-clock.ts";

/** The second process: everything that happens after a request has been answered, or with nobody asking. */
const url = databaseUrlFromEnvironment();
connect(url);
await prepareJobs(url);
await turnOfTheClock();
const jobs = await runJobs({ connectionString: url, concurrency: 2, handlers: registry, schedule });
log.info("worker ready");

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    log.info({ signal }, "worker stopping");
    void jobs.stop();
  });
}

await jobs.ended;
await disconnect();

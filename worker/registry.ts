import { z } from "zod";
import { tellCommentersJob } from "#features/asset-transfers/notices/jobs.ts";
import { importReviews } from "#features/budgeting/feasibility/import-reviews.ts";
import { importPapers } from "#features/consultations/paper-sheets/import-papers.ts";
import { searchSignsJob } from "#features/consultations/signs/jobs.ts";
import { importPostcodes } from "#features/councils/postcodes/import-postcodes.ts";
import { importRoll } from "#features/eligibility/rolls/importing/import-roll.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { tellFollowersJob, weeklyNewsJob } from "#features/notifications/following/jobs.ts";
import { sendLettersJob } from "#features/notifications/letters/jobs.ts";
import { makeCodesJob } from "#features/voting/access-codes/jobs.ts";
import { countPollJob } from "#features/voting/results/jobs.ts";
import { whatIfJob } from "#features/voting/what-if/jobs.ts";
import { sendMail } from "#platform/mail/send-mail.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { carryEvent } from "./carry-event.ts";
import { forgetWhatIsOver } from "./forget-what-is-over.ts";
import { turnOfTheClock } from "./turn-of-the-clock.ts";

const anImport = z.object({ councilId: z.uuid(), importId: z.uuid() });
const anId = z.object({ id: z.string() });

/** Every kind of job and what does it. One line each. */
export const registry: Readonly<Record<string, JobHandler>> = {
  outbox: (payload) => carryEvent(z.object({ id: z.number() }).parse(payload).id),
  "send-mail": (payload) => sendMail(anId.parse(payload).id),
  "count-poll": countPollJob,
  "what-if": whatIfJob,
  "make-codes": makeCodesJob,
  "import-postcodes": async (payload, run) => {
    const { councilId, importId } = anImport.parse(payload);
    await importPostcodes(await systemScope(councilId, "import-postcodes"), importId, run);
  },
  "import-reviews": async (payload, run) => {
    const { councilId, importId } = anImport.parse(payload);
    await importReviews(await systemScope(councilId, "import-reviews"), importId, run);
  },
  "import-responses": async (payload, run) => {
    const { councilId, importId } = anImport.parse(payload);
    await importPapers(await systemScope(councilId, "import-responses"), importId, run);
  },
  "import-roll": async (payload, run) => {
    const { councilId, importId } = anImport.parse(payload);
    await importRoll(await systemScope(councilId, "import-roll"), importId, run);
  },
  "search-signs": searchSignsJob,
  "tell-commenters": tellCommentersJob,
  "tell-followers": tellFollowersJob,
  "weekly-news": weeklyNewsJob,
  "send-letters": sendLettersJob,
  "turn-of-the-clock": turnOfTheClock,
  "forget-what-is-over": forgetWhatIsOver,
};

import { z } from "zod";
import { systemScope } from "#features/councils/system-scope.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { sendWeekly } from "./send-weekly.ts";
import { carryNews } from "./tell-followers.ts";

const someNews = z.object({ councilId: z.uuid(), messageId: z.uuid() });

/** Carries one piece of news to those who follow what it is about. */
export const tellFollowersJob: JobHandler = async (payload, run) => {
  const { councilId, messageId } = someNews.parse(payload);
  await carryNews(await systemScope(councilId, "tell-followers"), messageId, run);
};

/** Sends the week's letters. */
export const weeklyNewsJob: JobHandler = (_, run) => sendWeekly(run);

import { z } from "zod";
import { systemScope } from "#features/councils/system-scope.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { sendLetters } from "./send-letters.ts";

const aRound = z.object({ councilId: z.uuid(), roundId: z.uuid() });

export const sendLettersJob: JobHandler = async (payload, run) => {
  const { councilId, roundId } = aRound.parse(payload);
  await sendLetters(await systemScope(councilId, "send-letters"), roundId, run);
};

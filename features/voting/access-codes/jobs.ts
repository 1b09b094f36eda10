import { z } from "zod";
import { systemScope } from "#features/councils/system-scope.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { makeCodes } from "./make-codes.ts";

const aBatch = z.object({ councilId: z.uuid(), batchId: z.uuid() });

/** Makes the codes of a batch. */
export const makeCodesJob: JobHandler = async (payload, run) => {
  const { councilId, batchId } = aBatch.parse(payload);
  await makeCodes(await systemScope(councilId, "make-codes"), batchId, run);
};

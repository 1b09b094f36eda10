import { z } from "zod";
import { systemScope } from "#features/councils/system-scope.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { searchSigns } from "./search-signs.ts";

const aConsultation = z.object({ councilId: z.uuid(), consultationId: z.uuid() });

/** Looks through the responses of one consultation. */
export const searchSignsJob: JobHandler = async (payload) => {
  const { councilId, consultationId } = aConsultation.parse(payload);
  await searchSigns(await systemScope(councilId, "search-signs"), consultationId);
};

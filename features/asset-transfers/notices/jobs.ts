import { z } from "zod";
import { systemScope } from "#features/councils/system-scope.ts";
import type { JobHandler } from "#platform/jobs/handler.ts";
import { tellCommenters } from "./tell-commenters.ts";

const aNotice = z.object({ councilId: z.uuid(), noticeId: z.uuid() });

export const tellCommentersJob: JobHandler = async (payload) => {
  const { councilId, noticeId } = aNotice.parse(payload);
  await tellCommenters(await systemScope(councilId, "tell-commenters"), noticeId);
};

import { publicPage } from "#features/councils/respond.tsx";
import { writeFound } from "#features/involvement/finding/queries.ts";
import { now } from "#platform/clock.ts";
import { feedResponse } from "#platform/feeds/feed-response.ts";

export const GET = publicPage(async (scope, { query }) => feedResponse(await writeFound(scope, query, "atom", now()), "application/atom+xml"));

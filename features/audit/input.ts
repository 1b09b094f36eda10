import type { TrailFilter } from "./queries.ts";

/** What the address asks to see of the trail. Anything it cannot mean is as if it were left out. */
export function readTrailQuery(query: URLSearchParams): { readonly filter: TrailFilter; readonly page: number } {
  const text = (name: string): string => (query.get(name) ?? "").replace(/\p{Cc}|\p{Surrogate}/gu, "").slice(0, 300);
  const page = Number(/^[1-9]\d{0,6}$/.exec(query.get("page") ?? "")?.[0] ?? 1);
  return { filter: { act: text("act"), who: text("who") }, page };
}

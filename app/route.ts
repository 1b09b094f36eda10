import { goTo } from "#features/councils/respond.tsx";

/** The site has an address in each language; the browser's first wish decides which one is opened. */
export function GET(request: Request): Response {
  const wanted = request.headers.get("accept-language") ?? "";
  return goTo(/^\s*cy\b/i.test(wanted) ? "/cy" : "/en");
}

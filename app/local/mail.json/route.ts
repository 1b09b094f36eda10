import { readLocalMail } from "#features/accounts/local-mail/queries.ts";

export const dynamic = "force-dynamic";

/** The same for programs: `{ mail: [{ id, to, subject, body, at }], demoCode }`, newest first, of one address with `?to=`. */
export async function GET(request: Request): Promise<Response> {
  const local = await readLocalMail(new URL(request.url).searchParams.get("to"));
  return local ? Response.json(local, { headers: { "Cache-Control": "no-store" } }) : new Response("Not found", { status: 404 });
}

import { AccessError } from "#domain/policy/access-error.ts";
import { beginNewPasskey, beginPasskey } from "#features/accounts/second-factor/actions.ts";
import { sitePage } from "#features/councils/respond.tsx";
import { sameOrigin } from "#platform/form-body.ts";

const MOST_BYTES = 1_000;

/** What the page's script asks the authenticator: `{ ceremony: "add" | "show" }` in, `{ challenge, options }` out. */
export const POST = sitePage(async ({ person }, { request }) => {
  if (!sameOrigin(request) || request.headers.get("content-type") !== "application/json") return refused(403);
  if (!person) return refused(401);
  const text = await request.text();
  const ceremony = text.length > MOST_BYTES ? null : ceremonyOf(text);
  if (ceremony === null) return refused(400);
  try {
    return Response.json(ceremony === "add" ? await beginNewPasskey(person) : await beginPasskey(person), { headers: { "Cache-Control": "no-store" } });
  } catch (fault) {
    if (fault instanceof AccessError) return refused(403);
    throw fault;
  }
});

function ceremonyOf(text: string): "add" | "show" | null {
  try {
    const { ceremony } = JSON.parse(text) as { ceremony?: unknown };
    return ceremony === "add" || ceremony === "show" ? ceremony : null;
  } catch {
    return null;
  }
}

const refused = (status: number): Response => Response.json({ error: status }, { status, headers: { "Cache-Control": "no-store" } });

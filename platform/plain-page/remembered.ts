import { ShortMemory } from "#platform/short-memory.ts";

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

interface Kept {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** An answer that is given and not kept. */
class NotKept extends Error {
  readonly answer: Kept;
  constructor(answer: Kept) {
    super("not kept");
    this.answer = answer;
  }
}

/** How long an answer is given again, and how many are held. What an officer changes is seen this much later. */
const SECONDS = 5;
const MOST_KEPT = 200;
/** An address longer than any of ours fills no memory. */
const LONGEST = 400;

/**
 * Gives the answer to an address again for five seconds, and one answer to many who ask at once: for public pages with a query,
 * which depend on nothing but their address. Only good answers are kept.
 */
export function remembered<Context>(handler: Handler<Context>): Handler<Context> {
  const memory = new ShortMemory<Kept>({ seconds: SECONDS, most: MOST_KEPT });
  return async (request, context) => {
    const { pathname, search } = new URL(request.url);
    const key = pathname + search;
    if (key.length > LONGEST) return handler(request, context);
    const read = async (): Promise<Kept> => {
      const answer = await handler(request, context);
      const kept = { status: answer.status, headers: [...answer.headers], body: await answer.text() };
      if (answer.status !== 200 || answer.headers.has("set-cookie")) throw new NotKept(kept);
      return kept;
    };
    const { status, headers, body } = await memory.get(key, read).catch((fault: unknown) => {
      if (fault instanceof NotKept) return fault.answer;
      throw fault;
    });
    return new Response(body, { status, headers: headers.map(([name, value]): [string, string] => [name, value]) });
  };
}

/** What a program answered, or that it could not be reached. */
export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> } | "unreachable";

export interface Question {
  readonly address: string;
  /** Text of the request's body; a GET where there is none. */
  readonly text?: string;
  /** Cookies go only to the issuer, which knows voters; to the box goes nothing that says who asks. */
  readonly credentials: "same-origin" | "omit";
  readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 15_000;

/** Asks once. Anything but JSON counts as not reached: a proxy's page is no answer of ours. */
export async function ask({ address, text, credentials, signal }: Question): Promise<Answer> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  const stop = (): void => timeout.abort();
  signal?.addEventListener("abort", stop);
  try {
    const response = await fetch(address, {
      method: text === undefined ? "GET" : "POST",
      ...(text === undefined ? {} : { body: text, headers: { "Content-Type": "application/json" } }),
      credentials,
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "error",
      signal: timeout.signal,
    });
    const body = (await response.json()) as unknown;
    return typeof body === "object" && body !== null ? { status: response.status, body: body as Readonly<Record<string, unknown>> } : "unreachable";
  } catch {
    return "unreachable";
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** From 0 to 1, so that a thousand browsers do not all come back at the same moment. */
const spread = (): number => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;

const WAITS_MS = [0, 500, 1_500, 4_000];

/**
 * Asks again while there is no answer or the program says that it is unavailable (503, 429), a little later each time. Whatever is asked
 * here may be asked twice: the same bytes get the same answer.
 */
export async function askAgain(question: Question): Promise<Answer> {
  let answer: Answer = "unreachable";
  for (const wait of WAITS_MS) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait * (0.75 + spread() / 2)));
    answer = await ask(question);
    if (answer !== "unreachable" && answer.status !== 503 && answer.status !== 429 && answer.status !== 502 && answer.status !== 504) return answer;
    if (question.signal?.aborted || !navigator.onLine) return "unreachable";
  }
  return "unreachable";
}

/** The code of a refusal. */
export const refusalOf = (answer: Answer): string => (answer === "unreachable" ? "unavailable" : String(answer.body["error"] ?? "unavailable"));

import pino from "pino";

/** Structured log on standard output. No personal data; nothing at all about a ballot. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: faultToLog } });

/**
 * What the log keeps of a fault: its kind, its code, what it says and where it happened. The values of a query, the rows the
 * database names in its details and addresses of e-mail are people's, and are left out.
 */
export function faultToLog(fault: unknown, depth = 0): unknown {
  if (!(fault instanceof Error)) return typeof fault === "string" ? withoutAddresses(fault) : { type: typeof fault };
  const { query, code, cause, params } = fault as Error & { readonly query?: unknown; readonly code?: unknown; readonly params?: unknown };
  const isQuery = typeof query === "string" && params !== undefined;
  return {
    type: fault.constructor.name,
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    // A failed query repeats its values in its message.
    message: withoutAddresses(isQuery ? `Failed query: ${query}` : fault.message),
    stack: (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).join("\n"),
    ...(cause !== undefined && depth < 4 ? { cause: faultToLog(cause, depth + 1) } : {}),
  };
}

/** Text with every e-mail address taken out. */
const withoutAddresses = (text: string): string => text.slice(0, 10_000).replace(/[^\s"'`<>()=,;:]{1,100}@[^\s"'`<>()=,;]{1,255}/g, "[address]");

import pino from "pino";

/** Structured log on standard output. No personal data; nothing at all about a ballot. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

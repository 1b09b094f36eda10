/**
 * Runs `work` with errors that do not note where they were made. Node asks whether something is a key by catching an error, at each use of
 * one with settings beside it; to note ten places on the way takes longer there than an elliptic curve.
 */
export function withoutTraces<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

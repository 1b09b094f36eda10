/** Not yours, or not there. Mapped once to the sign-in page, 403 or 404. */
export class AccessError extends Error {
  readonly reason: "sign-in" | "second-factor" | "forbidden" | "not-found";

  constructor(reason: AccessError["reason"], detail = "") {
    super(detail === "" ? reason : `${reason}: ${detail}`);
    this.name = "AccessError";
    this.reason = reason;
  }
}

/** The thing, or a 404: used where a read must find something. */
export function found<T>(thing: T | undefined | null, what: string): T {
  if (thing === undefined || thing === null) throw new AccessError("not-found", what);
  return thing;
}

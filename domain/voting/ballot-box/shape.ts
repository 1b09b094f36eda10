/**
 * The form of data that came from outside, told member by member. A record has exactly the members named, so that nothing can be
 * hidden in a leaf.
 */
export type Shape<T> = (value: unknown) => value is T;
type Of<S> = S extends Shape<infer T> ? T : never;

export const record =
  <M extends Readonly<Record<string, Shape<unknown>>>>(members: M): Shape<{ readonly [K in keyof M]: Of<M[K]> }> =>
  (value): value is { readonly [K in keyof M]: Of<M[K]> } => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    return Object.keys(given).every((name) => Object.hasOwn(members, name)) && Object.entries(members).every(([name, shape]) => shape(given[name]));
  };

export const list =
  <T>(item: Shape<T>, most = 10_000): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= most && value.every((member) => item(member));

export const text =
  (most = 5_000, pattern = /^/): Shape<string> =>
  (value): value is string =>
    typeof value === "string" && value.length <= most && pattern.test(value);

export const exactly =
  <const T extends readonly (string | number | null)[]>(...values: T): Shape<T[number]> =>
  (value): value is T[number] =>
    values.includes(value as T[number]);

export const whole =
  (least = 0, most: number = Number.MAX_SAFE_INTEGER): Shape<number> =>
  (value): value is number =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value);

/** A member that may be left out. */
export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || shape(value);

export const isBoolean: Shape<boolean> = (value): value is boolean => typeof value === "boolean";
export const isUuid = text(36, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** SHA-256 in lower-case hex. */
export const isHash = text(64, /^[0-9a-f]{64}$/);
export const isInstant = text(24, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
/** So many bytes in base64url without padding. */
export const isBase64url = (bytes: number): Shape<string> => text(Math.ceil((bytes * 4) / 3), new RegExp(`^[\\w-]{${Math.ceil((bytes * 4) / 3)}}$`));
export const isWords = record({ en: text(), cy: text() });

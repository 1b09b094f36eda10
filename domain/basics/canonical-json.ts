/** Values that RFC 8785 gives one text for. Numbers must be safe integers: no text of ours needs another kind. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * JSON in the one form of RFC 8785: keys in order of their UTF-16 units, no spaces.
 * Throws RangeError for a number that is not a safe integer, so that two programs never differ over digits.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) throw new RangeError(`No canonical text for the number ${value}`);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(canonicalJson).join(",")}]`;
  const fields = value as { readonly [key: string]: JsonValue | undefined };
  const parts = Object.keys(fields)
    .sort()
    .flatMap((key) => {
      const field = fields[key];
      return field === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(field)}`];
    });
  return `{${parts.join(",")}}`;
}

import type { z } from "zod";
import type { Fault, TypedValues } from "./fault.ts";
import { err, ok, type Result } from "./result.ts";

/** From what was typed to a domain input, or every fault at once. */
export type FormInput<T> = (values: TypedValues) => Result<T, readonly Fault[]>;

/**
 * Reads a form by a zod schema. `lists` names the fields of which there may be several (checkboxes);
 * of any other the last value counts, as browsers send a hidden default before the box that overrides it.
 */
export function formInput<S extends z.ZodType>(schema: S, lists: readonly string[] = []): FormInput<z.output<S>> {
  return (values) => {
    const raw: Record<string, unknown> = {};
    for (const [name, all] of Object.entries(values)) raw[name] = lists.includes(name) ? all : all.at(-1);
    for (const name of lists) raw[name] ??= [];
    const parsed = schema.safeParse(raw);
    if (parsed.success) return ok(parsed.data);
    return err(parsed.error.issues.map(asFault).filter((fault, at, all) => all.findIndex((f) => f.field === fault.field) === at));
  };
}

function asFault(issue: z.core.$ZodIssue): Fault {
  const field = issue.path.length === 0 ? "" : String(issue.path[0]);
  const params: Record<string, string | number> = {};
  if (issue.code === "too_big") params["max"] = Number(issue.maximum);
  if (issue.code === "too_small") params["min"] = Number(issue.minimum);
  return { field, code: /^[a-z][a-z-]*$/.test(issue.message) ? issue.message : "not-understood", params };
}

/** A date sent in three boxes, `name-day`, `name-month` and `name-year`, joined into one field. */
export function withDates<T>(names: readonly string[], input: FormInput<T>): FormInput<T> {
  return (values) => input({ ...values, ...Object.fromEntries(names.map((name) => [name, [joinedDate(values, name)]])) });
}

/** `28 9 2026` from the three boxes; empty when all are. */
export const joinedDate = (values: TypedValues, name: string): string => ["day", "month", "year"].map((part) => values[`${name}-${part}`]?.at(-1)?.trim() ?? "").join(" ").trim();

import { z } from "zod";
import { AGE_TOLD, TIES, type Condition, type Electorate } from "./electorate.ts";
import { isIdentityLevel } from "./identity-level.ts";

const age = z.number().int().min(0).max(120).nullable();
const condition = z.union([
  z.strictObject({ kind: z.enum(TIES), areaIds: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("school"), schools: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal("age"), min: age, max: age, told: z.enum(AGE_TOLD) }),
  z.strictObject({ kind: z.literal("roll"), rollId: z.string() }),
]);
const rules = z.array(z.array(condition).min(1));

/** An electorate as it was kept, its parts in their one order; null where it is none. */
export function readElectorate(kept: unknown, identityLevel: number): Electorate | null {
  const read = rules.safeParse(kept);
  return read.success && isIdentityLevel(identityLevel) ? { rules: read.data satisfies readonly (readonly Condition[])[], identityLevel } : null;
}

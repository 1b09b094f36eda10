import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Role } from "./role.ts";

/** Somebody who works for a council and what they do for it. */
export interface RolesHeld {
  readonly personId: string;
  readonly roles: readonly Role[];
}

export type ChangeRolesError = "last-admin" | "not-an-officer";

/**
 * Whether a person may have these roles from now on (none: they leave). A council always keeps somebody who manages people,
 * or nobody could ever be added again.
 */
export function decideRoles(officers: readonly RolesHeld[], personId: string, roles: readonly Role[]): Result<readonly Role[], ChangeRolesError> {
  if (!officers.some((officer) => officer.personId === personId)) return err("not-an-officer");
  const admins = officers.filter((officer) => officer.roles.includes("council-admin"));
  const isLast = admins.length === 1 && admins[0]?.personId === personId;
  if (isLast && !roles.includes("council-admin")) return err("last-admin");
  return ok([...new Set(roles)]);
}

import { z } from "zod";
import { email } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { ROLES, type Role } from "#domain/councils/role.ts";

const roles = () => z.array(z.enum(ROLES, "choose-one")).min(1, "choose-role").max(ROLES.length, "choose-one");

export interface InviteOfficer {
  readonly email: string;
  readonly roles: readonly Role[];
}

export const inviteOfficerInput = formInput(z.object({ email: email(), roles: roles() }) satisfies z.ZodType<InviteOfficer>, ["roles"]);

export interface ChangeRoles {
  readonly roles: readonly Role[];
}

export const changeRolesInput = formInput(z.object({ roles: roles() }) satisfies z.ZodType<ChangeRoles>, ["roles"]);

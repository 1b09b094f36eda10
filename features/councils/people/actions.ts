import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { changeRoles as change } from "./change-roles.ts";
import { changeRolesInput, inviteOfficerInput } from "./input.ts";
import { inviteOfficer as invite } from "./invite-officer.ts";

export const inviteOfficer = action({ input: inviteOfficerInput, run: invite, beside: { "already-officer": "email" } });

/** For the officer of a page's address. */
export const changeRoles = (personId: string) =>
  action({ input: changeRolesInput, run: (scope: ActorScope, { roles }) => change(scope, personId, roles), beside: { "last-admin": "roles" } });

export const removeOfficer = (scope: ActorScope, personId: string) => change(scope, personId, []);

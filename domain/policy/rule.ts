import type { Actor } from "#domain/councils/actor.ts";
import type { Role } from "#domain/councils/role.ts";

/** Whether the actor may do the act to the thing. Pure; the second factor is asked before any rule. */
export type Rule<Thing = unknown> = (actor: Actor, thing: Thing) => boolean;

export const anyOf =
  (...roles: Role[]): Rule =>
  (actor) =>
    roles.some((role) => actor.roles.includes(role));

/** Everybody who works for the council in Folkmoot. */
export const anyOfficer: Rule = (actor) => actor.roles.length > 0;

/** What somebody wrote and somebody took down, where an appeal against that is answered. */
export interface TakenDown {
  readonly writtenBy?: string | null;
  readonly removedBy?: string | null;
}

/** An appeal is answered by another person than whoever wrote the thing and whoever took it down. */
export const mayAnswerAppeal = ({ personId }: Actor, { writtenBy, removedBy }: TakenDown): boolean => personId !== writtenBy && personId !== removedBy;

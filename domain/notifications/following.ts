import { err, ok, type Result } from "#domain/basics/result.ts";
import { isUuid } from "#domain/basics/uuid.ts";

/** What somebody may follow by e-mail. */
export const FOLLOWABLE_KINDS = ["council", "area", "engagement", "project", "idea"] as const;
export type FollowableKind = (typeof FOLLOWABLE_KINDS)[number];

/** When mail comes: as soon as something happens, or all of a week together. */
export const RHYTHMS = ["at-once", "weekly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** One thing that can be followed, by the key of its row. */
export interface Followable {
  readonly kind: FollowableKind;
  readonly id: string;
}

/** How long the link that confirms a request works, and how often one may ask. */
export const FOLLOW_LIMITS = { confirmDays: 7, toAddress: 5, fromNetwork: 20, windowSeconds: 60 * 60 } as const;

/** A thing as a form carries it: `area:0b1c…`. */
export const writeFollowable = ({ kind, id }: Followable): string => `${kind}:${id}`;

/** Reads what {@link writeFollowable} wrote. */
export function readFollowable(text: string): Result<Followable, "not-followable"> {
  const [kind = "", id = "", ...rest] = text.split(":");
  const known = FOLLOWABLE_KINDS.find((each) => each === kind);
  return known !== undefined && rest.length === 0 && isUuid(id) ? ok({ kind: known, id }) : err("not-followable");
}

/**
 * Whose followers hear of something that happened to a thing: its own, those of the areas it concerns, and of an engagement
 * also those of the whole council. What happens to one project or idea would be too much for somebody who follows a council.
 */
export function audienceOf(thing: Followable, areaIds: readonly string[], councilId: string): readonly Followable[] {
  const areas = areaIds.filter((id) => thing.kind !== "area" || id !== thing.id).map((id): Followable => ({ kind: "area", id }));
  const council: readonly Followable[] = thing.kind === "engagement" ? [{ kind: "council", id: councilId }] : [];
  return [thing, ...areas, ...council];
}

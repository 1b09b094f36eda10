/**
 * What kind of body a partner is. The first group are kinds of which the Local Government and Public Involvement in Health
 * Act 2007, section 104, named bodies as partner authorities; whether one partner is under the duty is said of each.
 */
export const PARTNER_KINDS = [
  "district-council",
  "fire-and-rescue",
  "police",
  "national-park",
  "transport",
  "waste",
  "youth-offending",
  "probation",
  "health",
  "employment-and-skills",
  "housing-and-regeneration",
  "environment",
  "health-and-safety",
  "culture-and-heritage",
  "council",
  "education",
  "business",
  "voluntary",
  "community",
  "government",
] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** Kinds of partner that section 104 of the Act names no body of: the duty to co-operate cannot bind them. */
export const OUTSIDE_THE_DUTY: readonly PartnerKind[] = ["council", "education", "business", "voluntary", "community", "government"];

/** Where the duty to co-operate comes from, as refusals and pages cite it. */
export const DUTY_SOURCE = "Local Government and Public Involvement in Health Act 2007, sections 104, 106 and 108";

/** A board of the partnership, or a group under one that owns part of the work. */
export const GROUP_KINDS = ["board", "thematic-group"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** What the holder of a seat is there for. */
export const SEAT_ROLES = ["chair", "deputy-chair", "theme-lead", "member", "third-sector", "resident", "adviser"] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

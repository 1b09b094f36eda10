/** Of what those who commented are told by mail: the decision, a review asked for and decided, an appeal made and ended. */
export const NOTICE_OCCASIONS = ["decision", "review", "review-decision", "appeal", "appeal-ended"] as const;
export type NoticeOccasion = (typeof NOTICE_OCCASIONS)[number];

/** In what capacity somebody is told of an application for land, or that there is nobody besides the council. */
export const OWNER_CAPACITIES = ["owner", "tenant", "occupier", "nobody-else"] as const;
export type OwnerCapacity = (typeof OWNER_CAPACITIES)[number];

/** How somebody was told of it. */
export const NOTICE_WAYS = ["letter", "by-hand", "email", "at-the-land"] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

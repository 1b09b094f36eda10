/** What the register can be narrowed to: what waits for somebody, and what came late. */
export const REGISTER_SHOWS = ["unread", "late", "signs", "publish", "letters", "corrections"] as const;
export type RegisterShow = (typeof REGISTER_SHOWS)[number];

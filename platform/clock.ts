/** The one reader of time. Everything else is told. */
export const now = (): Date => new Date();

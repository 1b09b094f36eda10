import { AsyncLocalStorage } from "node:async_hooks";

const moments = new AsyncLocalStorage<Date>();

/** The one reader of time. Everything else is told. */
export const now = (): Date => moments.getStore() ?? new Date();

/** Does something as it would have been done at another moment, at which its clock stands: for demonstrations, which cannot wait for weeks. */
export const atMoment = <T>(moment: Date, work: () => Promise<T>): Promise<T> => moments.run(moment, work);

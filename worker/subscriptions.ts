import type { Transaction } from "#db/client.ts";

/** An event as it was written by `emit`. */
export interface HappenedEvent {
  readonly event: string;
  readonly councilId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What follows an event, in the transaction that marks it carried: put jobs in the queue, mail in the outbox, pages up for renewal. */
export interface Subscription {
  readonly event: string;
  readonly follow: (tx: Transaction, happened: HappenedEvent) => Promise<void>;
}

/** Where one context's event causes something in a context it may not import. One line each. */
export const subscriptions: readonly Subscription[] = [];

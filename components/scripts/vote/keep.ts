import type { TypedValues } from "#domain/basics/fault.ts";
import type { BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import type { Vote } from "#domain/voting/ballot-box/vote.ts";

/** A ballot that the box has promised to log. It does not say what was chosen. */
export interface KeptReceipt {
  readonly version: number;
  readonly tracking: string;
  /** Leaf hash in hex and the box's promise, as in the receipt's file. */
  readonly leaf: string;
  readonly promise: string;
  /** When this device cast it, in milliseconds; null where another one did: the box keeps no time. */
  readonly castAt: number | null;
}

/** What this device holds for one voter of one poll. It leaves the device only where the voter carries it. */
export interface KeptBallot {
  readonly poll: string;
  /** Tells one voter of a shared device from the next; empty where the key was brought from another device. */
  readonly voter: string;
  /** Gone once the vote has closed. */
  readonly key: BallotKey | null;
  readonly manifest: string;
  readonly closesAt: number;
  readonly token: { readonly prefix: string; readonly signature: string } | null;
  /** The last version that the box is known to hold. */
  readonly version: number;
  readonly receipts: readonly KeptReceipt[];
  /** What was marked and not yet cast. */
  readonly draft: TypedValues | null;
  /** Cast, and not yet answered: the same again will be sent. */
  readonly pending: { readonly version: number; readonly vote: Vote } | null;
}

const STORE = "ballots";
/** A receipt can be seen again for as long after the close. */
const RECEIPT_MS = 60 * 24 * 3600 * 1000;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("folkmoot-votes", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ["poll", "voter"] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
    request.onblocked = () => reject(new Error("IndexedDB is held by another tab"));
  });
}

/** Runs one transaction; what it gives is given only once it is on the disk. */
async function transact<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore, give: (value: T) => void) => void): Promise<T | undefined> {
  const database = await open();
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      let given: T | undefined;
      transaction.oncomplete = () => resolve(given);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB"));
      work(transaction.objectStore(STORE), (value) => (given = value));
    });
  } finally {
    database.close();
  }
}

/** What is held for this voter, or what `make` gives, which is then held. Two tabs at once get the same one. */
export async function keepOrMake(poll: string, voter: string, make: () => KeptBallot): Promise<KeptBallot> {
  const kept = await transact<KeptBallot>("readwrite", (store, give) => {
    const request = store.get([poll, voter]) as IDBRequest<KeptBallot | undefined>;
    request.onsuccess = () => {
      const found = request.result ?? make();
      if (request.result === undefined) store.add(found);
      give(found);
    };
  });
  if (kept === undefined) throw new Error("IndexedDB gave nothing");
  return kept;
}

/** Changes what is held, as it stands now: another tab may have changed it meanwhile. Gives what it is then; null where nothing is held. */
export async function change(poll: string, voter: string, with_: (kept: KeptBallot) => KeptBallot): Promise<KeptBallot | null> {
  const kept = await transact<KeptBallot>("readwrite", (store, give) => {
    const request = store.get([poll, voter]) as IDBRequest<KeptBallot | undefined>;
    request.onsuccess = () => {
      if (request.result === undefined) return;
      const next = with_(request.result);
      store.put(next);
      give(next);
    };
  });
  return kept ?? null;
}

export const put = (kept: KeptBallot): Promise<unknown> => transact("readwrite", (store) => store.put(kept));

/** Everything held for a poll, whoever's it is. */
export async function listKept(poll: string): Promise<readonly KeptBallot[]> {
  const all = await transact<KeptBallot[]>("readonly", (store, give) => {
    const request = store.getAll(IDBKeyRange.bound([poll], [poll, []])) as IDBRequest<KeptBallot[]>;
    request.onsuccess = () => give(request.result);
  });
  return all ?? [];
}

export const forget = (poll: string, voter: string): Promise<unknown> => transact("readwrite", (store) => store.delete([poll, voter]));

/** Takes over the time of the close as the page tells it: two people may have moved it since the key was made. */
export const noteClose = (poll: string, closesAt: number): Promise<unknown> =>
  transact("readwrite", (store) => {
    const request = store.openCursor(IDBKeyRange.bound([poll], [poll, []]));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return;
      const kept = cursor.value as KeptBallot;
      if (closesAt > kept.closesAt) cursor.update({ ...kept, closesAt });
      cursor.continue();
    };
  });

/** Lets keys, drafts and tokens go once their vote has closed, and receipts some weeks after it. */
export async function forgetAfterClose(now: number): Promise<void> {
  await transact("readwrite", (store) => {
    const request = store.openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) return;
      const kept = cursor.value as KeptBallot;
      if (now > kept.closesAt + RECEIPT_MS || (now > kept.closesAt && kept.receipts.length === 0)) cursor.delete();
      else if (now > kept.closesAt && kept.key !== null) cursor.update({ ...kept, key: null, token: null, draft: null, pending: null });
      cursor.continue();
    };
  });
}

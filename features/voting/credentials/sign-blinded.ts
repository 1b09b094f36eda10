import { constants, privateDecrypt, publicEncrypt, type KeyObject } from "node:crypto";
import { Worker } from "node:worker_threads";
import { defined } from "#domain/basics/assert.ts";
import { withoutTraces } from "#platform/without-traces.ts";

/** The RSA key of one ballot style of one poll. */
export interface SigningKey {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  readonly modulus: Uint8Array;
}

/**
 * Blind signature of RFC 9474 section 4.3: OpenSSL's raw private operation, then s^e = m before anybody sees it, so that a
 * fault of the machine gives no key away. Null where the bytes are no number below the modulus.
 */
export function signBlinded({ publicKey, privateKey }: Pick<SigningKey, "publicKey" | "privateKey">, blinded: Uint8Array): Uint8Array | null {
  const padding = constants.RSA_NO_PADDING;
  let signature: Buffer;
  try {
    signature = withoutTraces(() => privateDecrypt({ key: privateKey, padding }, blinded));
  } catch {
    return null;
  }
  if (!withoutTraces(() => publicEncrypt({ key: publicKey, padding }, signature)).equals(blinded)) throw new Error("A blind signature did not come out right and was not given");
  return signature;
}

export interface Signers {
  /** As `signBlinded`, away from the program's own thread. */
  sign(key: SigningKey, blinded: Uint8Array): Promise<Uint8Array | null>;
  end(): Promise<void>;
}

interface Awaited {
  readonly resolve: (signature: Uint8Array | null) => void;
  readonly reject: (fault: Error) => void;
}

/** So many threads that sign, each asked in its turn. A thread that fails is replaced, and what it had in hand is refused. */
export function startSigners(count: number): Signers {
  const threads = Array.from({ length: count }, openThread);
  let next = 0;
  let asked = 0;
  return {
    sign(key, blinded) {
      next = (next + 1) % count;
      const thread = defined(threads[next], "thread");
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        thread.waiting.set(id, { resolve, reject });
        // A key goes to each thread once: to copy two key objects for every signature takes a tenth of the signature's time.
        const { publicKey, privateKey, modulus } = key;
        const name = Buffer.from(modulus.buffer, modulus.byteOffset, modulus.byteLength).toString("latin1");
        thread.worker.postMessage({ id, name, key: thread.known.has(key) ? null : { publicKey, privateKey }, blinded: Uint8Array.from(blinded) });
        thread.known.add(key);
      });
    },
    end: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };

  function openThread(_: unknown, at: number) {
    const waiting = new Map<number, Awaited>();
    const worker = new Worker(new URL("./sign-in-thread.ts", import.meta.url));
    worker.on("message", ({ id, signature }: { readonly id: number; readonly signature: Uint8Array | null }) => {
      waiting.get(id)?.resolve(signature);
      waiting.delete(id);
    });
    worker.once("error", (fault: Error) => {
      threads[at] = openThread(null, at);
      for (const { reject } of waiting.values()) reject(fault);
    });
    worker.unref();
    return { worker, waiting, known: new WeakSet<SigningKey>() };
  }
}

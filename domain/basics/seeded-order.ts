/**
 * Items in an order that follows from a seed alone: the same seed gives the same order on every machine, and over all
 * seeds each order is as likely as any other. For the order of names on a ballot; not for secrets.
 */
export function seededOrder<T>(items: readonly T[], seed: string): T[] {
  const next = seededNumbers(seed);
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1, next);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** A number under `limit`, each as likely: draws from the uneven end are thrown back. */
function below(limit: number, next: () => number): number {
  const even = Math.floor(2 ** 32 / limit) * limit;
  let drawn = next();
  while (drawn >= even) drawn = next();
  return drawn % limit;
}

/** Unsigned 32-bit numbers that follow from a seed alone: Chris Doty-Humphrey's sfc32, started from four FNV-1a hashes of the seed. */
export function seededNumbers(seed: string): () => number {
  let [a, b, c, counter] = [1, 2, 3, 4].map((lane) => fnv1a(`${lane}:${seed}`)) as [number, number, number, number];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

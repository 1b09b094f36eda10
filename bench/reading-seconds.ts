/** Seconds until a page has come whole. Throws when it did not come. */
export async function readingSeconds(address: string): Promise<number> {
  const from = performance.now();
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${String(answer.status)}`);
  await answer.arrayBuffer();
  return (performance.now() - from) / 1000;
}

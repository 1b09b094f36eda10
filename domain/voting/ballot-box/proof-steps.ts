/** One step of a proof: the fingerprint it puts beside the one so far, and the lines of the log that one stands for. */
export interface ProofStep {
  readonly side: "left" | "right";
  /** Places in the log from 0; `to` is not in it. */
  readonly from: number;
  readonly to: number;
}

/** What each hash of an inclusion proof (RFC 6962 section 2.1.1) stands for, from the leaf up, so that it can be told in words. */
export function stepsOfProof(index: number, size: number): readonly ProofStep[] {
  if (index < 0 || index >= size) throw new RangeError(`No leaf ${index} among ${size}`);
  const steps: ProofStep[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const split = from + 2 ** Math.floor(Math.log2(to - from - 1));
    if (index < split) {
      steps.push({ side: "right", from: split, to });
      to = split;
    } else {
      steps.push({ side: "left", from, to: split });
      from = split;
    }
  }
  return steps.reverse();
}

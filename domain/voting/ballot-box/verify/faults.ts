/** Everything the verifier can find wrong, by name. Each has its sentence in verifier/fault-sentences.ts. */
export const BUNDLE_FAULTS = [
  "manifest-malformed",
  "rules-differ",
  "fingerprint-differs",
  "election-differs",
  "log-key-differs",
  "log-key-unusable",
  "style-key-unusable",
  "leaves-miscounted",
  "leaf-not-canonical",
  "leaf-unknown",
  "leaf-of-another-poll",
  "manifest-twice",
  "leaf-after-result",
  "checkpoint-malformed",
  "checkpoints-miscounted",
  "checkpoint-not-signed",
  "checkpoint-order",
  "checkpoint-beyond-log",
  "root-differs",
  "log-not-covered",
  "batch-too-small",
  "ballot-for-other-rules",
  "style-unknown",
  "key-unusable",
  "token-invalid",
  "signature-invalid",
  "opinions-differ",
  "version-repeated",
  "version-missing",
  "too-many-versions",
  "style-changed",
  "ballot-after-close",
  "close-missing",
  "close-twice",
  "close-miscounted",
  "counts-missing",
  "counts-twice",
  "more-keys-than-issued",
  "more-papers-than-issued",
  "amendment-order",
  "amendment-after-close",
  "reissue-order",
  "paper-batch-twice",
  "paper-batch-unbalanced",
  "paper-ballot-without-batch",
  "paper-ballots-miscounted",
  "paper-ballot-invalid",
  "lots-invalid",
  "lots-missing",
  "openings-withheld",
  "opening-malformed",
  "opening-of-no-ballot",
  "opening-of-superseded",
  "opening-twice",
  "opening-missing",
  "commitment-differs",
  "opening-not-valid",
  "opening-valid-refused",
  "opening-reason-differs",
  "rule-unknown",
  "result-missing",
  "result-twice",
  "result-hash-differs",
  "results-missing",
  "results-differ",
  "votes-file-missing",
  "votes-file-unreadable",
  "votes-file-differs",
  "receipt-of-another-poll",
  "promise-forged",
  "receipt-not-in-log",
  "proof-wrong",
] as const;
export type BundleFault = (typeof BUNDLE_FAULTS)[number];

/** One kind of fault, with how often it was found and where first. */
export interface FoundFault {
  readonly name: BundleFault;
  readonly times: number;
  /** Places, the first few: `leaf 12`, `line 3 of openings.ndjson`. */
  readonly places: readonly string[];
}

const MOST_PLACES = 10;

/** Collects faults, all of them; of each kind the first few places. */
export class FaultBook {
  readonly #found = new Map<BundleFault, { times: number; places: string[] }>();

  add(name: BundleFault, place?: string): void {
    const entry = this.#found.get(name) ?? { times: 0, places: [] };
    entry.times += 1;
    if (place !== undefined && entry.places.length < MOST_PLACES) entry.places.push(place);
    this.#found.set(name, entry);
  }

  /** In the order of BUNDLE_FAULTS. */
  list(): FoundFault[] {
    return BUNDLE_FAULTS.flatMap((name) => {
      const entry = this.#found.get(name);
      return entry ? [{ name, ...entry }] : [];
    });
  }
}

/** Where an election stands for everybody who looks at it. */
export const ELECTION_STAGES = ["draft", "announced", "nominations", "checking", "candidates", "voting", "counting", "declared"] as const;
export type ElectionStage = (typeof ELECTION_STAGES)[number];

export interface ElectionToPlace {
  readonly noticeGiven: boolean;
  readonly nominationsOpenAt: Date;
  readonly nominationsCloseAt: Date;
  /** The ballot papers are made ready. */
  readonly printed: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly declared: boolean;
}

/** The stage of an election at a moment. */
export function stageOf({ noticeGiven, nominationsOpenAt, nominationsCloseAt, printed, opensAt, closesAt, declared }: ElectionToPlace, now: Date): ElectionStage {
  if (declared) return "declared";
  if (!noticeGiven) return "draft";
  if (printed) return now >= closesAt ? "counting" : now >= opensAt ? "voting" : "candidates";
  if (now < nominationsOpenAt) return "announced";
  return now < nominationsCloseAt ? "nominations" : "checking";
}

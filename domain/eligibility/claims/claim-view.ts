import type { SignalKind } from "./signals.ts";

/** Which requests an officer looks at. */
export const CLAIM_VIEWS = ["waiting", "answered", "second", "appeals", "passed", "against", "all"] as const;
export type ClaimView = (typeof CLAIM_VIEWS)[number];

export interface ClaimFilter {
  readonly view: ClaimView;
  readonly signal: SignalKind | null;
  /** A reference looked for; null where none is. */
  readonly reference: string | null;
  /** Only those that share something with this request. */
  readonly like: string | null;
}

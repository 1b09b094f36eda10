/** What a scanner said of a file that was sent. */
export const SCAN_STATES = ["waiting", "clean", "refused"] as const;
export type ScanState = (typeof SCAN_STATES)[number];

import { plural } from "../../plural.ts";

/** Files that people sent with their answers, for officers. */
export const sentFiles = {
  title: "Files people sent",
  lead: "Photos are made anew, so that they say nothing of place, time or camera. Documents wait in quarantine until the scanner has found them clean.",
  noScanner: "No scanner is set up",
  noScannerMore: "Documents stay in quarantine, and nobody can open them. Whoever runs this installation sets SCAN_COMMAND.",
  none: "Nobody has sent a file",
  noneMore: "Files stand here once a response that holds one is sent.",
  name: "File",
  question: "Question",
  response: "Response",
  sent: "Sent",
  scan: "Scanner",
  again: (p: { count: number; when: string }) => plural("en", p.count, { one: `It gave no answer, and is asked again on ${p.when}`, other: `It gave no answer ${p.count} times, and is asked again on ${p.when}` }),
  pages: "Pages of files",
  page: "Page",
  previous: "Older",
  next: "Newer",
  states: { waiting: "In quarantine", clean: "Clean", refused: "Refused, and thrown away" },
};

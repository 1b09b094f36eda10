import { remindLateReviews } from "#features/budgeting/feasibility/remind-late-reviews.ts";
import { settlePhases } from "#features/budgeting/programmes/settle-phase.ts";
import { remindSaved } from "#features/consultations/answering/remind-saved.ts";
import { tellClosingSoon } from "#features/involvement/following/tell-closing-soon.ts";
import { renewAtTheirTimes } from "#features/involvement/renew-at-their-times.ts";
import { scanDocuments } from "#features/asset-transfers/applying/scan-documents.ts";
import { scanEvidence } from "#features/asset-transfers/compensation/scan-evidence.ts";
import { scanFiles } from "#features/consultations/sent-files/scan-files.ts";
import { tellOfVoid } from "#features/priorities/versions/tell-of-void.ts";
import { now } from "#platform/clock.ts";

const A_DAY = 24 * 60 * 60 * 1000;

let lastRun: Date | undefined;

/**
 * Each minute: programmes whose next phase has come are moved to it, late reviewers are reminded, those who follow what closes soon or saved answers to it are told, and those whose signature a change made void, files in quarantine are scanned, and pages of councils where something opened or closed are made anew. A process looks back to its own last
 * run, and a day when it has only begun, so that nothing is missed while no worker ran; renewing twice does no harm.
 */
export async function turnOfTheClock(): Promise<void> {
  const until = now();
  await settlePhases(until);
  await remindLateReviews(until);
  await tellClosingSoon(until);
  await remindSaved(until);
  await tellOfVoid(until);
  await renewAtTheirTimes(lastRun ?? new Date(until.getTime() - A_DAY), until);
  lastRun = until;
  await scanFiles();
  await scanDocuments();
  await scanEvidence();
}

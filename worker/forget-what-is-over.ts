import { forgetExpiredSessions } from "#features/accounts/forget-expired.ts";
import { forgetResponses } from "#features/consultations/answering/forget-responses.ts";
import { forgetUnusedFiles } from "#features/councils/imports/forget-files.ts";
import { forgetClaims } from "#features/eligibility/claims/forget-claims.ts";
import { forgetCandidates } from "#features/elections/nominations/forget-candidates.ts";
import { forgetRollLeftovers } from "#features/eligibility/rolls/forget-rows.ts";
import { forgetOldLists } from "#features/notifications/mailing-list/forget-lists.ts";
import { forgetExpiredPasses } from "#features/voting/credentials/forget-expired.ts";
import { forgetOldWhatIf } from "#features/voting/what-if/forget-what-if.ts";
import { forgetLoosePhotos } from "#platform/photos/keep-photo.ts";
import { forgetOldUses } from "#platform/rate-limit.ts";

/** Each hour: what was kept for a time only, and whose time is over. */
export async function forgetWhatIsOver(): Promise<void> {
  await forgetOldUses();
  await forgetExpiredSessions();
  await forgetExpiredPasses();
  await forgetUnusedFiles();
  await forgetLoosePhotos();
  await forgetClaims();
  await forgetOldWhatIf();
  await forgetOldLists();
  await forgetRollLeftovers();
  await forgetCandidates();
  await forgetResponses();
}

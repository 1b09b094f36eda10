import type { ReceiptWords } from "#components/scripts/vote/words.ts";
import type { SecretPath } from "#features/voting/assisted/queries.ts";
import { messages } from "#i18n/messages.ts";
import { namesOf, voteAddresses, type BallotPlace } from "./ballot-place.ts";

/** What the script (components/scripts/vote.ts) finds about the vote, for the ballot's page and the receipt's. */
export const votePlaceData = (place: BallotPlace, secret: SecretPath, closesAt: Date | null): string =>
  JSON.stringify({ poll: place.ballot.pollId, ...secret, closesAt: closesAt?.getTime() ?? 0, receipt: voteAddresses(place).ballotOf(place.ballot).receipt });

/** What the script says on a receipt. */
export function receiptWords(place: BallotPlace): ReceiptWords {
  const t = messages(place.locale).voting.receipt;
  const names = namesOf(place);
  return {
    receiptTitle: t.title,
    receiptThanks: t.thanks(names),
    changedTitle: t.changedTitle,
    changed: t.changed({ version: "{version}" }),
    castAt: t.castAt({ when: "{when}", ...names }),
    where: t.where(names),
  };
}

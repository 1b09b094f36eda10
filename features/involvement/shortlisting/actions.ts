import type { ShortlistCriteria } from "#domain/budgeting/shortlist.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { applyShortlist } from "./apply-shortlist.ts";
import { shortlistInput } from "./input.ts";

/** Who sent the form, of which vote, and by which criteria it was shown. */
interface AtShortlist {
  readonly scope: ActorScope;
  readonly engagementId: string;
  readonly criteria: ShortlistCriteria;
}

export const keepShortlist = action({ input: shortlistInput, run: ({ scope, engagementId, criteria }: AtShortlist, shortlist) => applyShortlist(scope, { engagementId, criteria, ...shortlist }) });

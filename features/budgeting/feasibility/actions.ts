import type { RefusedForm } from "#domain/basics/fault.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { action } from "#platform/action.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import { assignReview } from "./assign-review.ts";
import { decideFeasibility } from "./decide-feasibility.ts";
import { allowBoth, excludeProposals } from "./exclude-proposals.ts";
import { finishAssignment } from "./finish-assignment.ts";
import { allowInput, assignInput, assignManyInput, decisionInput, doneInput, excludeInput, noteInput, reviewInput } from "./input.ts";
import { importReviews, type ImportedReviews } from "./import-reviews.ts";
import { noteReview } from "./note-review.ts";
import { listOpenIds, type ReviewFilter } from "./queries.ts";
import { saveReview } from "./save-review.ts";

/** Who sent the form, and about which proposal. */
export interface AtProposal {
  readonly scope: ActorScope;
  readonly programmeId: string;
  readonly ideaId: string;
}

export const keepReview = action({ input: reviewInput, run: ({ scope, ideaId }: AtProposal, input) => saveReview(scope, { ideaId, ...input }) });

export const decideReview = action({
  input: decisionInput,
  run: ({ scope, ideaId }: AtProposal, input) => decideFeasibility(scope, { ideaId, ...input }),
  beside: { "reason-missing": "reasonEn", "check-stopped": "verdict", "checks-waiting": "verdict", "cost-missing": "verdict", "wrong-state": "verdict" },
});

export const askService = action({
  input: assignInput,
  run: ({ scope, ideaId }: AtProposal, input) => assignReview(scope, { ideaIds: [ideaId], ...input }),
  beside: { "choose-one": "reviewerId" },
});

/** Who sent the list's form, and what the list was narrowed to. */
interface AtList {
  readonly scope: ActorScope;
  readonly programmeId: string;
  readonly filter: ReviewFilter;
}

/** Asks a service about every proposal that was ticked, or about all that the list finds, on whatever page. */
export const askServiceOfMany = action({
  input: assignManyInput,
  run: async ({ scope, programmeId, filter }: AtList, { proposal, all, ...asked }): Promise<Result<{ readonly assigned: number }, "none-chosen" | "choose-one">> => {
    const ideaIds = await listOpenIds(scope, programmeId, all === "yes" ? { filter } : { ids: proposal });
    return ideaIds.length === 0 ? err("none-chosen") : assignReview(scope, { ideaIds, ...asked });
  },
  beside: { "choose-one": "reviewerId", "none-chosen": "proposal" },
});

export const serviceDone = action({ input: doneInput, run: ({ scope, ideaId }: AtProposal, { done }) => finishAssignment(scope, { ideaId, assignmentId: done }) });

export const addNote = action({ input: noteInput, run: ({ scope, ideaId }: AtProposal, input) => noteReview(scope, { ideaId, ...input }) });

export const exclude = action({
  input: excludeInput,
  run: ({ scope, programmeId, ideaId }: AtProposal, input) => excludeProposals(scope, { programmeId, ideaId, ...input }),
  beside: { "no-such-proposal": "other", "same-proposal": "other" },
});

export const allow = action({ input: allowInput, run: ({ scope, ideaId }: AtProposal, input) => allowBoth(scope, { ideaId, otherId: input.allow }) });

const MOST_BYTES = 2 * 1024 * 1024;

/** A spreadsheet brought back, as it arrives: at most 2 MB, so it is kept in memory while it is read. */
export async function bringReviewsBack({ scope, programmeId }: Omit<AtProposal, "ideaId">, request: Request): Promise<Result<ImportedReviews, RefusedForm>> {
  authorise(scope, "reviews.import", null);
  const refused = (code: string) => err({ values: {}, faults: [{ field: "file", code }] });
  const upload = await readUpload(request, {
    mostBytes: MOST_BYTES,
    keep: async ({ chunks, cut }) => {
      const pieces: Buffer[] = [];
      for await (const piece of chunks) pieces.push(piece);
      return cut() ? null : Buffer.concat(pieces);
    },
    drop: async () => undefined,
  });
  if (!upload.ok) return refused(upload.error === "too-large" ? "file-too-large" : "file-unreadable");
  const bytes = upload.value.files["file"];
  if (bytes === undefined) return refused("file-missing");
  if (bytes === null) return refused("file-too-large");
  const imported = await importReviews(scope, { programmeId, bytes });
  return imported.ok ? imported : err({ values: {}, faults: [imported.error] });
}

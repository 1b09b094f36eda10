import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { action } from "#platform/action.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import { removeStored, storeFile, type StoredFile } from "#platform/files/store-file.ts";
import { assignReview } from "./assign-review.ts";
import { beginReviewImport } from "./begin-import.ts";
import { decideFeasibility } from "./decide-feasibility.ts";
import { allowBoth, excludeProposals } from "./exclude-proposals.ts";
import { finishAssignment } from "./finish-assignment.ts";
import { allowInput, assignInput, assignManyInput, bringBackInput, decisionInput, doneInput, excludeInput, noteInput, reviewInput } from "./input.ts";
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

/** Takes a sheet of reviews as it arrives, to be read by a job. */
export async function bringReviewsBack({ scope, programmeId, engagementId }: Omit<AtProposal, "ideaId"> & { readonly engagementId: string }, request: Request): Promise<Result<{ readonly importId: string }, RefusedForm>> {
  // Before a single byte is taken.
  authorise(scope, "reviews.import", null);
  const refused = (code: string, values: TypedValues = {}) => err({ values, faults: [{ field: "file", code }] });
  const upload = await readUpload<Result<StoredFile, string>>(request, { mostBytes: MOST_BYTES, keep: (file) => storeFile(file, { councilId: scope.council.id }), drop: removeStored });
  if (!upload.ok) return refused(upload.error === "too-large" ? "file-too-large" : "file-unreadable");
  const { values, files } = upload.value;
  const file = files["file"];
  if (file === undefined) return refused("file-missing", values);
  if (!file.ok) return refused(file.error, values);
  const input = bringBackInput(values);
  const { begun } = input.ok ? await beginReviewImport(scope, { id: input.value.once, programmeId, engagementId, file: file.value }) : { begun: false };
  if (!begun) await removeStored(file);
  return input.ok ? ok({ importId: input.value.once }) : err({ values, faults: input.error });
}

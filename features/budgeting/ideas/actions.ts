import type { Fault, RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { IdeaForm } from "#domain/budgeting/idea-form.ts";
import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { readPhotoForm } from "#platform/photos/read-photo-form.ts";
import { networkKey, withinLimit } from "#platform/rate-limit.ts";
import { changeIdea } from "./change-idea.ts";
import type { IdeaContent } from "./idea-content.ts";
import { answerAppealInput, appealInput, copyInput, ideaContentInput, inviteInput, mergeInput, moderateInput, moveInput, onceInput, reportInput, signInput, splitInput, supportInput } from "./input.ts";
import { copyIdea, mergeIdeas, splitIdea } from "./join-ideas.ts";
import { answerAppeal, appealRemoval, moderateIdea, reportIdea } from "./moderate-idea.ts";
import { moveIdea } from "./move-idea.ts";
import { sendIdea } from "./send-idea.ts";
import { answerInvitation, inviteCoAuthor, withdrawIdea } from "./sign-idea.ts";
import { supportIdea } from "./support-idea.ts";

export interface AtIdea<Scope = ActorScope> {
  readonly scope: Scope;
  readonly programmeId: string;
  readonly number: number;
}

/** A posted idea form: what was typed with its photo stored, what it says where it can be read, and every fault. */
export interface PostedIdea {
  readonly values: TypedValues;
  readonly content: Result<IdeaContent, readonly Fault[]>;
  /** What is wrong with the photo alone: told whichever button sent the form, because the file is not sent again. */
  readonly photoFaults: readonly Fault[];
}

/** Reads an idea form, with its photo. The code of what is wrong with the body where it is no form at all. */
export async function readIdeaForm(scope: ActorScope, request: Request, form: IdeaForm, areas: readonly string[]): Promise<Result<PostedIdea, "too-large" | "not-a-form" | "not-text" | "foreign">> {
  const read = await readPhotoForm(request, scope.council.id);
  if (!read.ok) return read;
  const { values, faults } = read.value;
  const content = ideaContentInput(form, areas)(values);
  const all = [...faults, ...(content.ok ? [] : content.error)].filter((fault, at, every) => every.findIndex(({ field }) => field === fault.field) === at);
  return ok({ values, content: all.length === 0 && content.ok ? content : err(all), photoFaults: faults });
}

/** Sends what was checked. */
export async function postIdea(scope: ActorScope, programmeId: string, { values, content }: PostedIdea): Promise<Result<{ readonly number: number }, RefusedForm>> {
  const once = onceInput(values);
  if (!once.ok || !content.ok) return err({ values, faults: [...(content.ok ? [] : content.error), ...(once.ok ? [] : once.error)] });
  const sent = await sendIdea(scope, { once: once.value.once, programmeId, content: content.value });
  return sent.ok ? sent : err({ values, faults: [sent.error] });
}

/** Saves a change. */
export async function postChange({ scope, programmeId, number }: AtIdea, { values, content }: PostedIdea): Promise<Result<void, RefusedForm>> {
  if (!content.ok) return err({ values, faults: content.error });
  const changed = await changeIdea(scope, { programmeId, number, seen: Number(values["seen"]?.at(-1) ?? 0), content: content.value });
  return changed.ok ? changed : err({ values, faults: [changed.error] });
}

export const support = action({ input: supportInput, run: ({ scope, ...at }: AtIdea, { support: yes }) => supportIdea(scope, { ...at, support: yes === "yes" }) });
export const appeal = action({ input: appealInput, run: ({ scope, ...at }: AtIdea, { text }) => appealRemoval(scope, { ...at, text }) });
export const invite = action({ input: inviteInput, run: ({ scope, slug, ...at }: AtIdea & { readonly slug: string }, { email }) => inviteCoAuthor(scope, { ...at, slug, email }) });
export const sign = action({ input: signInput, run: ({ scope, ...at }: AtIdea, { sign: yes, name }) => answerInvitation(scope, { ...at, sign: yes === "yes", name }) });
export const withdraw = ({ scope, ...at }: AtIdea): Promise<Result<void, "wrong-state">> => withdrawIdea(scope, at);

const REPORTS_AN_HOUR = 10;

/** A visitor's report; so many an hour from one network. */
export async function report(at: AtIdea<PublicScope>, request: Request, values: TypedValues): ActionAnswer<void> {
  const network = networkKey(request);
  if (network !== null && !(await withinLimit(`idea-report:${at.scope.council.id}:${network}`, REPORTS_AN_HOUR, 3600))) return err({ values, faults: [{ field: "", code: "too-often" }] });
  return action({ input: reportInput, run: ({ scope, ...idea }: AtIdea<PublicScope>, input) => reportIdea(scope, { ...idea, ...input }) })(at, values);
}

type AtDesk = AtIdea & { readonly ideaId: string };

/** What an officer may do at an idea, by the name of the form's button. */
export const DESK_ACTS: Readonly<Record<string, (at: AtDesk, values: TypedValues) => ActionAnswer<unknown>>> = {
  move: action({ input: moveInput, run: ({ scope, ideaId }: AtDesk, input) => moveIdea(scope, { ideaId, ...input }), beside: { "reason-missing": "reasonEn", "wrong-state": "act" } }),
  moderate: action({
    input: moderateInput,
    run: async ({ scope, programmeId, number }: AtDesk, input) => {
      const done = await moderateIdea(scope, { programmeId, number, ...input });
      return done.ok || done.error === "wrong-state" ? done : err("rule-missing");
    },
    beside: { "rule-missing": "reason", "wrong-state": "act" },
  }),
  appeal: action({ input: answerAppealInput, run: ({ scope, programmeId, number }: AtDesk, input) => answerAppeal(scope, { programmeId, number, ...input }) }),
  merge: action({ input: mergeInput, run: ({ scope, programmeId, number }: AtDesk, input) => mergeIdeas(scope, { programmeId, into: number, ...input }) }),
  split: action({ input: splitInput, run: ({ scope, programmeId, number }: AtDesk, input) => splitIdea(scope, { programmeId, number, ...input }) }),
  copy: action({ input: copyInput, run: ({ scope, ideaId }: AtDesk, input) => copyIdea(scope, { ideaId, ...input }) }),
};

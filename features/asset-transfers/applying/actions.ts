import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyDocumentKind } from "#domain/asset-transfers/regime.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { readUpload, type Upload } from "#platform/files/read-upload.ts";
import type { BadBody } from "#platform/form-body.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import { answerQuestion } from "./answer-question.ts";
import { applyForAsset, saveDraft } from "./apply-for-asset.ts";
import { answerInput, applicationInput } from "./input.ts";
import { addDocument, DOCUMENT_MOST_BYTES, mayAddDocument, sendDocument, type DocumentFault, type DocumentToSend } from "./send-document.ts";
import { OWN_STEPS, stepOwnTransfer } from "./step-own-transfer.ts";

interface Own {
  readonly scope: MemberScope;
  readonly slug: string;
}

const APPLICATIONS_A_DAY = 5;

const applied = action({ input: applicationInput, run: ({ scope, slug }: Own, { honest: _honest, ...application }) => applyForAsset(scope, slug, application) });

/** Sends an application. What is sent is looked at by an officer and holds large papers, so nobody sends many in a day. */
export const apply: typeof applied = async (own, values) => {
  const read = applicationInput(values);
  if (read.ok && !(await withinLimit(`asset-application:${own.scope.actor.personId}`, APPLICATIONS_A_DAY, 86_400))) return err({ values, faults: [{ field: "", code: "too-often" }] });
  return applied(own, values);
};

/** Keeps what was typed, whatever it is. */
export const keepDraft = ({ scope, slug }: Own, values: TypedValues): Promise<void> => saveDraft(scope, slug, values);

export const answer = action({ input: answerInput, run: ({ scope, slug }: Own, input) => answerQuestion(scope, slug, input), beside: { "already-answered": "answer" } });

/** A step the organisation takes itself, by the button it pressed. */
export async function takeStep({ scope, slug }: Own, values: TypedValues): Promise<Result<void, RefusedForm>> {
  const stage = OWN_STEPS.find((each) => each === values["step"]?.at(-1));
  if (stage === undefined) return err({ values, faults: [{ field: "", code: "form-expired" }] });
  const stepped = await stepOwnTransfer(scope, slug, stage);
  return stepped.ok ? ok() : err({ values, faults: [{ field: "", code: stepped.error }] });
}

export type PostedDocument = Upload<Buffer | null>;

/** Reads a posted form that may hold a paper, at most 10 MB, kept in memory while it is looked at. */
export const readDocumentForm = (request: Request): Promise<Result<PostedDocument, BadBody>> =>
  readUpload<Buffer | null>(request, {
    mostBytes: DOCUMENT_MOST_BYTES,
    keep: async ({ chunks, cut, name }) => {
      const pieces: Buffer[] = [];
      for await (const piece of chunks) pieces.push(piece);
      return cut() ? null : Object.assign(Buffer.concat(pieces), { fileName: name });
    },
    drop: async () => undefined,
  });

/** The same for an officer, who is asked first whether they may add one. */
export async function readOfficerDocumentForm({ scope, slug }: { readonly scope: ActorScope; readonly slug: string }, request: Request): Promise<Result<PostedDocument, BadBody>> {
  await mayAddDocument(scope, slug);
  return readDocumentForm(request);
}

/** The organisation's own paper. */
export const postDocument = ({ scope, slug }: Own, posted: PostedDocument): Promise<Result<void, RefusedForm>> => take(posted, (document) => sendDocument(scope, slug, document));

/** A paper an officer adds. */
export const postOfficerDocument = ({ scope, slug }: { readonly scope: ActorScope; readonly slug: string }, posted: PostedDocument): Promise<Result<void, RefusedForm>> => take(posted, (document) => addDocument(scope, slug, document));

async function take({ values, files }: PostedDocument, send: (document: DocumentToSend) => Promise<Result<void, DocumentFault>>): Promise<Result<void, RefusedForm>> {
  const refused = (code: string) => err({ values, faults: [{ field: code === "choose-one" ? "kind" : "file", code }] });
  const content = files["file"];
  if (content === undefined) return refused("file-missing");
  if (content === null) return refused("file-too-large");
  const sent = await send({ kind: (values["kind"]?.at(-1) ?? "") as AnyDocumentKind, name: (content as Buffer & { readonly fileName?: string }).fileName ?? "", content });
  return sent.ok ? ok() : refused(sent.error);
}

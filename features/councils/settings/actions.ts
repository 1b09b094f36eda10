import type { ActorScope } from "#domain/councils/scope.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { LOGO_MOST_BYTES, logoKind } from "#domain/councils/logo.ts";
import { action } from "#platform/action.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import { removeStored, storeFile, type StoredFile } from "#platform/files/store-file.ts";
import { changeColour } from "./change-colour.ts";
import { changeSettings } from "./change-settings.ts";
import { changeColourInput, changeSettingsInput } from "./input.ts";
import { replaceLogo } from "./replace-logo.ts";

export const saveSettings = action({ input: changeSettingsInput, run: changeSettings });

/** The colour as read, and whether it was kept or is only to be looked at. */
export const saveColour = action({
  input: changeColourInput,
  run: async (scope: ActorScope, { colour, show }) => {
    if (show === "preview") return ok({ colour, kept: false });
    await changeColour(scope, colour);
    return ok({ colour, kept: true });
  },
});

/** Takes a new logo as it arrives, or the old one away. */
export async function saveLogo(scope: ActorScope, request: Request): Promise<Result<"replaced" | "removed", RefusedForm>> {
  authorise(scope, "council.change-settings", null);
  let kind: string | null = null;
  const upload = await readUpload<Result<StoredFile, string>>(request, {
    mostBytes: LOGO_MOST_BYTES,
    keep: async (file) => {
      const pieces: Buffer[] = [];
      for await (const chunk of file.chunks) pieces.push(chunk);
      const bytes = Buffer.concat(pieces);
      if (bytes.length > 0 && !file.cut() && (kind = logoKind(bytes)) === null) return err("logo-kind");
      return storeFile({ ...file, chunks: once(bytes) }, { councilId: scope.council.id, contentType: kind ?? "" });
    },
    drop: removeStored,
  });
  if (!upload.ok) return refused(upload.error === "too-large" ? "logo-too-large" : `body-${upload.error}`);
  const { logo } = upload.value.files;
  if (logo?.ok === false) return refused(logo.error === "file-too-large" ? "logo-too-large" : logo.error);
  if (logo === undefined && upload.value.values["remove"] === undefined) return refused("file-missing");
  await replaceLogo(scope, logo?.value.id ?? null);
  return ok(logo ? "replaced" : "removed");
}

const refused = (code: string): Result<never, RefusedForm> => err({ ...EMPTY_FORM, faults: [{ field: "logo", code }] });

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes;
}

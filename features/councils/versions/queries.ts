import type { AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { jsonFileResponse } from "#platform/files/json-response.ts";
import { findVersion } from "#platform/kept-versions.ts";

/** A kept version as a file, byte for byte what its fingerprint is of; 404 where there is none of that number. */
export async function versionFile(scope: AnyScope, { thingId, number, name }: { readonly thingId: string; readonly number: string; readonly name: string }): Promise<Response> {
  const { content } = found(/^[1-9]\d{0,8}$/.test(number) ? await findVersion(scope.council.id, thingId, Number(number)) : null, "version");
  return jsonFileResponse(
    `${name}-version-${number}.json`,
    (async function* () {
      yield await Promise.resolve(content);
    })(),
  );
}

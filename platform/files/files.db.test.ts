import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testDatabase } from "#testing/database.ts";
import { fileBytes, fileChunks, findFile } from "./read-file.ts";
import { readUpload } from "./read-upload.ts";
import { removeStored, storeFile, type StoredFile } from "./store-file.ts";
import type { Result } from "#domain/basics/result.ts";

const { sql } = await testDatabase();
const COUNCIL = "00000000-0000-4000-8000-000000000001";
const HOST = "https://folkmoot.test";

function upload(parts: Record<string, string | Blob | { blob: Blob; name: string }>, headers: Record<string, string> = { "sec-fetch-site": "same-origin" }): Request {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === "string") form.append(name, part);
    else if (part instanceof Blob) form.append(name, part, "a.csv");
    else form.append(name, part.blob, part.name);
  }
  return new Request(`${HOST}/up`, { method: "POST", body: form, headers });
}

const keep = (mostBytes: number, judge?: (start: Buffer) => string | null) => (request: Request) =>
  readUpload<Result<StoredFile, string>>(request, {
    mostBytes,
    keep: (file) => storeFile(file, { councilId: COUNCIL, ...(judge && { judge }) }),
    drop: removeStored,
  });

const count = async () => Number((await sql`select count(*) as n from stored_files`)[0]?.["n"]);

describe("an upload", () => {
  it("is kept byte for byte, and can be read from any place", async () => {
    const bytes = randomBytes(3 * 1024 * 1024 + 17);
    const answer = await keep(10_000_000)(upload({ once: "1", file: { blob: new Blob([bytes]), name: "Wardiau Tŷ Newydd 🗺.csv" } }));
    if (!answer.ok || !answer.value.files["file"]?.ok) throw new Error("not kept");
    expect(answer.value.values).toEqual({ once: ["1"] });
    const { id, name, byteLength } = answer.value.files["file"].value;
    expect({ name, byteLength }).toEqual({ name: "Wardiau Tŷ Newydd 🗺.csv", byteLength: bytes.length });
    expect(createHash("sha256").update(await fileBytes(id)).digest()).toEqual(createHash("sha256").update(bytes).digest());
    const from = 1024 * 1024 + 5;
    const read: Buffer[] = [];
    for await (const chunk of fileChunks(id, from)) read.push(chunk);
    expect(Buffer.concat(read).equals(bytes.subarray(from))).toBe(true);
    expect(await findFile(COUNCIL, id)).toMatchObject({ byteLength: bytes.length });
    expect(await findFile("00000000-0000-4000-8000-000000000002", id)).toBeNull();
  });

  it("that is too large, empty or of the wrong kind leaves nothing behind", async () => {
    const before = await count();
    const large = await keep(1000)(upload({ file: new Blob(["x".repeat(5000)]) }));
    expect(large).toMatchObject({ ok: true, value: { files: { file: { ok: false, error: "file-too-large" } } } });
    const empty = await keep(1000)(upload({ file: new Blob([]) }));
    expect(empty).toMatchObject({ ok: true, value: { files: { file: { ok: false, error: "file-empty" } } } });
    const wrong = await keep(1000, (start) => (start.subarray(0, 2).toString() === "PK" ? "file-zip" : null))(upload({ file: new Blob(["PK.."]) }));
    expect(wrong).toMatchObject({ ok: true, value: { files: { file: { ok: false, error: "file-zip" } } } });
    expect(await count()).toBe(before);
  });

  it("says at once that a body is too large, before reading it", async () => {
    const request = upload({ file: new Blob(["x"]) }, { "sec-fetch-site": "same-origin", "content-length": "999999999" });
    expect(await keep(1000)(request)).toEqual({ ok: false, error: "too-large" });
  });

  it("is refused from another site, cut off, without boundary or of another kind", async () => {
    expect(await keep(1000)(upload({ file: new Blob(["x"]) }, { "sec-fetch-site": "cross-site" }))).toEqual({ ok: false, error: "foreign" });
    const raw = (body: string, type: string) => new Request(HOST, { method: "POST", body, headers: { "content-type": type, "sec-fetch-site": "same-origin" } });
    expect(await keep(1000)(raw("a=b", "application/x-www-form-urlencoded"))).toEqual({ ok: false, error: "not-a-form" });
    expect(await keep(1000)(raw("a=b", "multipart/form-data; x"))).toEqual({ ok: false, error: "not-a-form" });
    const before = await count();
    const cut = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\nhalf of';
    expect(await keep(1000)(raw(cut, "multipart/form-data; boundary=b"))).toEqual({ ok: false, error: "not-a-form" });
    expect(await count()).toBe(before);
  });

  it("leaves out a file field nothing was chosen in", async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n';
    const request = new Request(HOST, { method: "POST", body, headers: { "content-type": "multipart/form-data; boundary=b", "sec-fetch-site": "same-origin" } });
    expect(await keep(1000)(request)).toEqual({ ok: true, value: { values: {}, files: {} } });
  });
});

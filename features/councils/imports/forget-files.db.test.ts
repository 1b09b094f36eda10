import { expect, it } from "vitest";
import { storeFile } from "#platform/files/store-file.ts";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { forgetUnusedFiles } from "./forget-files.ts";

const { sql } = await testDatabase();

it("forgets old files that nothing refers to, and leaves the others", async () => {
  const { council } = await makeCouncil();
  async function* chunks() {
    yield Buffer.from("x");
  }
  const stored = async (name: string): Promise<string> => {
    const file = await storeFile({ field: "f", name, contentType: "text/csv", chunks: chunks(), cut: () => false }, { councilId: council.id });
    if (!file.ok) throw new Error(file.error);
    return file.value.id;
  };
  const [logo, waiting, forgotten] = [await stored("logo"), await stored("waiting"), await stored("forgotten")];
  await stored("left over");
  await sql`insert into stored_files (council_id, name, content_type) values (${council.id}, 'broken off', 'text/csv')`;
  await sql`update councils set logo_file_id = ${logo} where id = ${council.id}`;
  const days = (n: number) => `${n} days`;
  for (const [file, age] of [
    [waiting, 2],
    [forgotten, 8],
  ] as const)
    await sql`insert into file_imports (council_id, kind, file_id, file_name, created_at) values (${council.id}, 'areas', ${file}, 'wards', now() - ${days(age)}::interval)`;
  const names = async () => (await sql`select name from stored_files order by name`).map(({ name }) => name);

  await forgetUnusedFiles();
  expect(await names()).toHaveLength(5);
  await sql`update stored_files set created_at = now() - interval '25 hours'`;
  await forgetUnusedFiles();
  expect(await names()).toEqual(["logo", "waiting"]);
  expect(await sql`select 1 from stored_file_pieces`).toHaveLength(2);
  expect((await sql`select state from file_imports where file_id is null`).map(({ state }) => state)).toEqual(["failed"]);
});

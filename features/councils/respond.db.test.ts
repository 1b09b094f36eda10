import { expect, test } from "vitest";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { goTo, officerForm } from "./respond.tsx";

await testDatabase();
const { council } = await makeCouncil();

const act = officerForm(() => Promise.resolve(goTo("/done")));
const send = (body: string, site = "same-origin") =>
  act(new Request(`http://localhost:3000/en/${council.slug}/manage/themes/new?from=plan`, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": site } }), {
    params: Promise.resolve({ locale: "en", council: council.slug }),
  });

test("a form from somebody no longer signed in comes back whole, to be sent again", async () => {
  const answer = await send("title=Clean+%3Cair%3E&ward=a&ward=b&intent=save");
  expect(answer.status).toBe(403);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const page = await answer.text();
  expect(page).toContain(`action="/en/${council.slug}/manage/themes/new?from=plan"`);
  expect(page).toContain(`href="/en/sign-in?next=${encodeURIComponent(`/en/${council.slug}/manage/themes/new`)}"`);
  for (const field of [`name="title" value="Clean &lt;air&gt;"`, `name="ward" value="a"`, `name="ward" value="b"`, `name="intent" value="save"`]) expect(page).toContain(field);
});

test.each([
  ["says nothing", "", "same-origin"],
  ["comes from another site", "title=x", "cross-site"],
])("a form that %s leads to the sign-in page", async (_, body, site) => {
  const answer = await send(body, site);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/en/sign-in?next=${encodeURIComponent(`/en/${council.slug}/manage/themes/new`)}`]);
});

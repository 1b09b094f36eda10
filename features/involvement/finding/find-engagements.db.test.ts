import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { engagementAreas } from "#db/schema/involvement/engagements.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { testDatabase } from "#testing/database.ts";
import { makeConsultation } from "#testing/factories/consultations.ts";
import { makeCouncil, makeWard } from "#testing/factories/polls.ts";
import { findEngagements, queryOfAsked, readAsked, writeFound } from "./queries.ts";

const { sql } = await testDatabase();
const council = await makeCouncil();
const scope = { kind: "public", council: council.council, locale: "cy" } as PublicScope;
const now = new Date();
const ward = await makeWard(council, "Millbrook", ["ZZ51AA"]);
const other = await makeWard(council, "Fellside");
const buses = await makeConsultation(council);
const gone = await makeConsultation(council, { opensAt: new Date(now.getTime() - 90 * 86_400_000), closesAt: new Date(now.getTime() - 86_400_000) });
await sql`update engagements set title_en = 'Evening buses', title_cy = 'Bysiau’r nos', summary_en = 'A & B <b>' where id = ${buses.engagementId}`;
await sql`update engagements set title_en = 'Parks', title_cy = 'Parciau' where id = ${gone.engagementId}`;
await inTransaction((tx) => tx.insert(engagementAreas).values({ engagementId: buses.engagementId, areaId: ward }));

const found = async (query: string) => (await findEngagements(scope, readAsked(new URLSearchParams(query)), now)).engagements.map(({ slug }) => slug);

test("words in either language find an engagement, and so do its area's postcodes", async () => {
  expect(await found("q=bus")).toEqual([buses.slug]);
  expect(await found("q=fws")).toEqual([buses.slug]);
  expect(await found("q=barc")).toEqual([gone.slug]);
  expect(await found("q=nothing")).toEqual([]);
  expect(await found("q=%00%27%3A*")).toHaveLength(2);
  expect(await found("q=zz5+1aa")).toHaveLength(2);
  expect((await findEngagements(scope, readAsked(new URLSearchParams({ q: " z z5-1aa " })), now)).place).toEqual({ postcode: "ZZ5 1AA", area: expect.objectContaining({ en: "Millbrook" }) as unknown });
});

test("filters narrow, and what no list offers is not asked", async () => {
  expect(await found(`area=${other}`)).toEqual([gone.slug]);
  expect(await found("show=open")).toEqual([buses.slug]);
  expect(await found("show=closed&kind=consultation&level=consult&topic=transport-and-streets")).toEqual([gone.slug]);
  expect(await found("kind=vote")).toEqual([]);
  expect(await found("kind=1&level=%27&area=x&topic=y")).toHaveLength(2);
  expect(queryOfAsked(readAsked(new URLSearchParams("kind=1&q=a b")))).toBe("q=a+b");
});

test("feeds hold the same list, in the reader's language", async () => {
  const atom = await writeFound(scope, new URLSearchParams("q=bus"), "atom", now);
  expect(atom).toContain("Bysiau’r nos");
  expect(atom.match(/<entry>/g)).toHaveLength(1);
  const calendar = await writeFound(scope, new URLSearchParams("show=open"), "calendar", now);
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(calendar.replaceAll("\r\n ", "")).toContain(`/cy/${council.council.slug}/consultations/${buses.slug}`);
  const json = JSON.parse(await writeFound(scope, new URLSearchParams(), "json", now)) as { items: { _engagement: { standing: string } }[] };
  expect(json.items.map((item) => item._engagement.standing).sort()).toEqual(["closed", "open"]);
});

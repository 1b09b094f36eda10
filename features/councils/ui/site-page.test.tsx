import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Actor } from "#domain/councils/actor.ts";
import { DAMSON } from "#domain/councils/brand-colours.ts";
import type { CouncilId, CouncilInView } from "#domain/councils/scope.ts";
import { siteDocument } from "./site-page.tsx";

const COUNCIL: CouncilInView = { id: "c" as CouncilId, slug: "brackenshire", name: { en: "Brackenshire Council", cy: "Cyngor Brackenshire" }, welsh: true, brand: DAMSON, contactPhone: "", contactEmail: "", logoFileId: null, demo: false };
const OFFICER: Actor = { personId: "p", name: "Daniel Okafor", email: "officer@brackenshire.example", roles: ["engagement-officer"], operator: false, secondFactor: true };

const html = (layout: "public" | "workspace", path: string, query: string): string =>
  renderToStaticMarkup(siteDocument({ page: { title: "A page", body: <h1>A page</h1>, layout, query }, locale: "en", council: COUNCIL, officer: OFFICER, path, saveData: false }).children);

test.each(["public", "workspace"] as const)("the other language shows the same thing of a %s page, which its query may name", (layout) => {
  expect(html(layout, "/en/brackenshire/manage/partnership/answer", "id=7")).toContain('href="/cy/brackenshire/manage/partnership/answer?id=7"');
  expect(html(layout, "/en/brackenshire/manage/partnership", "")).toContain('href="/cy/brackenshire/manage/partnership"');
});

test("the folded menu of the workspace says where one is, and the list comes straight after it", () => {
  const page = html("workspace", "/en/brackenshire/manage/plans/compact", "");
  expect(page).toMatch(/<details><summary>Menu <strong>Plans<\/strong><\/summary><\/details><ul>/);
  // A page that stands in no part of the menu names none.
  expect(html("workspace", "/en/brackenshire/manage/quick", "")).toMatch(/<summary>Menu <\/summary>/);
});

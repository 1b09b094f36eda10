import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { VersionsPage, type VersionInView } from "./versions-page.tsx";

const version = (number: number): VersionInView => ({ number, sha256: "ab", writtenAt: new Date("2026-11-22T12:00:00Z"), signed: [], statements: [{ key: "aim", label: "Aim", value: `Aim ${number}` }] });

test("what changed to the newest version is open, and to older ones folded, so that a phone shows every version soon", () => {
  const page = renderToStaticMarkup(<VersionsPage locale="en" address="/v" of="The plan" versions={[3, 2, 1].map(version)} />);
  const folded = [...page.matchAll(/<summary>([^<]*)<\/summary>/g)].map(([, words]) => words);
  expect(folded).toEqual(["All of it", "What changed since version 1", "All of it", "All of it"]);
  expect(page).toContain("What changed since version 2");
});

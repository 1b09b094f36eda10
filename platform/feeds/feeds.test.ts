import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "#testing/arbitraries/any-text.ts";
import { writeAtom, type Feed } from "./atom.ts";
import { writeCalendar } from "./calendar.ts";

const at = new Date("2026-10-01T08:00:00Z");
const feed = (title: string): Feed => ({
  id: "urn:uuid:1",
  title,
  author: "Council",
  lang: "cy",
  self: "https://x.example/a?b=1&c=2",
  page: "https://x.example/",
  updated: at,
  entries: [{ id: "urn:uuid:2", title, summary: title, address: "https://x.example/e", published: at, updated: at, categories: [title] }],
});

describe("Atom", () => {
  it("holds any text without becoming something else", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const written = writeAtom(feed(text));
        expect(written.match(/<(?!\/?(feed|id|title|updated|author|name|link|entry|published|category|summary)\b|\?xml)/g)).toBeNull();
        expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });

  it("escapes addresses", () => {
    expect(writeAtom(feed("<b>"))).toContain(`href="https://x.example/a?b=1&#38;c=2"`);
    expect(writeAtom(feed("<b>"))).toContain("<title>&#60;b&#62;</title>");
  });
});

describe("iCalendar", () => {
  const calendar = (text: string) => writeCalendar({ name: text, lang: "cy", events: [{ uid: "a@x", title: text, description: text, address: "https://x.example/e", at, changed: at }] });

  it("has no line over 75 octets, and unfolds to what was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const lines = calendar(text).split("\r\n");
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const unfolded = calendar(text).replaceAll("\r\n ", "").split("\r\n");
        const summary = unfolded.find((line) => line.startsWith("SUMMARY"))?.replace("SUMMARY;LANGUAGE=cy:", "") ?? "";
        expect(summary.replace(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character))).toBe(text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));
      }),
    );
  });

  it("writes moments in UTC", () => {
    expect(calendar("x")).toContain("DTSTART:20261001T080000Z");
  });
});

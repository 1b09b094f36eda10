import { expect, test } from "vitest";
import { readAddressList, type AddressRow } from "./address-list.ts";
import { isAlarming } from "./code-limits.ts";

const list = (...lines: readonly string[]): AddressRow[] => lines.map((line, at) => ({ line: at + 1, cells: line.split(",") }));

test("a list of addresses is read whatever the order of its columns", () => {
  expect(readAddressList(list("\uFEFFPostcode,Name,Address 1,Address 2,UPRN", "sn9 4qt,Mari Ŵyn,2 Mill Lane,Millbrook,1"))).toEqual({
    people: [{ line: 2, recipient: { name: "Mari Ŵyn", address: ["2 Mill Lane", "Millbrook", "SN9 4QT"] } }],
    faults: [],
  });
  expect(readAddressList(list("address_line_1,postcode", "1 Oak Road,SN94QT"))).toMatchObject({ people: [{ recipient: { name: "", address: ["1 Oak Road", "SN9 4QT"] } }] });
});

test("every bad row is told with its line", () => {
  const read = readAddressList(list("name,address,postcode", "A,,SN9 4QT", "B,1 Oak Road,here", "C,1 Oak Road,SN9 4QT", "c, 1  oak road,sn94qt", "D,1 Oak Road", `E,${"x".repeat(61)},SN9 4QT`, "F,\u0000,SN9 4QT"));
  expect(read.people.map(({ line }) => line)).toEqual([4]);
  expect(read.faults).toEqual([
      { line: 2, code: "no-address", found: "A,,SN9 4QT".replaceAll(",", ", ") },
      { line: 3, code: "postcode", found: "here" },
      { line: 5, code: "twice", found: "4" },
      { line: 6, code: "columns", found: "D, 1 Oak Road" },
      expect.objectContaining({ line: 7, code: "too-long" }) as unknown,
      expect.objectContaining({ line: 8, code: "unprintable" }) as unknown,
  ]);
  expect(readAddressList(list("who,where", "x,y"))).toMatchObject({ faults: [{ line: 1, code: "no-heading" }] });
  expect(readAddressList(list("address,postcode"))).toMatchObject({ faults: [{ code: "nobody" }] });
});

test.each([
  [{ tries: 0, wrong: 0 }, false],
  [{ tries: 9, wrong: 9 }, false],
  [{ tries: 10, wrong: 10 }, true],
  [{ tries: 1_000, wrong: 10 }, true],
  [{ tries: 1_001, wrong: 10 }, false],
])("one wrong code in a hundred raises the alarm, from ten on: %o", (counts, alarming) => expect(isAlarming(counts)).toBe(alarming));

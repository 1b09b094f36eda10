import { expect, test } from "vitest";
import { parsePabulib, readPabulib, writePabulib } from "./pabulib.ts";

const META = "META\nkey;value\nbudget;100.50\nvote_type;approval\nnum_projects;2\nnum_votes;2\n";
const PROJECTS = 'PROJECTS\nproject_id;cost;name\nBO.D8.19/23;40.25;"The ""old"" mill; and weir"\n2;60;Plain\n';
const VOTES = "VOTES\nvoter_id;vote\nx;BO.D8.19/23,2\ny;\n";

const faults = (text: string): string[] => {
  const result = parsePabulib(text);
  return result.ok ? [] : result.error.map(({ line, column, code }) => `${line}:${column} ${code}`);
};

test("money becomes integers of the smallest unit used, names keep their quotes", () => {
  const result = parsePabulib(`\uFEFF${META}${PROJECTS}${VOTES}`.replaceAll("\n", "\r\n"));
  expect(result).toMatchObject({
    ok: true,
    value: {
      budget: 10050,
      moneyScale: 100,
      projects: [{ id: "BO.D8.19/23", cost: 4025, name: 'The "old" mill; and weir' }, { cost: 6000 }],
      ballots: [{ choices: [{ projectId: "BO.D8.19/23", points: 1 }, { projectId: "2", points: 1 }] }, { voterId: "y", choices: [] }],
    },
  });
});

test("what is written is read back the same", () => {
  const first = parsePabulib(META + PROJECTS + VOTES);
  if (!first.ok) throw new Error("The file should be read");
  const again = parsePabulib(writePabulib(first.value));
  expect(again).toMatchObject({ ok: true, value: { projects: first.value.projects, ballots: first.value.ballots, budget: 10050, moneyScale: 100 } });
});

test("a file in pieces is read as a whole, wherever it is cut", async () => {
  const text = (META + PROJECTS + VOTES).replaceAll("\n", "\r\n");
  const whole = parsePabulib(text);
  async function* pieces(size: number): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  for (const size of [1, 2, 3, 7, 50]) expect(await readPabulib(pieces(size))).toEqual(whole);
});

// Looked through again for each piece, it would take minutes.
test("a line of sixteen megabytes in small pieces is refused as soon as it is read", async () => {
  async function* pieces(): AsyncGenerator<string> {
    for (let piece = 0; piece < 131_072; piece += 1) yield "a".repeat(128);
  }
  const read = await readPabulib(pieces());
  expect(read.ok ? [] : read.error).toContainEqual(expect.objectContaining({ line: 1, code: "section-unknown" }));
});

test.each([["without a quotation mark", ""], ["with one", '"x"']])("a row of a million fields, %s, keeps no more of them than a file can have columns", (_, first) => {
  const read = parsePabulib(META + PROJECTS + VOTES + `${first}${";x".repeat(1_000_000)}\n`);
  expect(read.ok ? [] : read.error).toContainEqual(expect.objectContaining({ code: "row-too-long", params: expect.objectContaining({ fields: 10_000 }) }));
});

test("ranks become points, longest first, also when a project is repeated", () => {
  const text = (META + PROJECTS + VOTES).replace("approval", "ordinal").replace("x;BO.D8.19/23,2", "x;2,2,BO.D8.19/23");
  const result = parsePabulib(text.replace("num_votes;2", "num_votes;2\nmax_length;3"));
  expect(result).toMatchObject({ ok: true, value: { ballots: [{ choices: [{ projectId: "2", points: 3 }, { points: 2 }] }, {}] } });
  expect(result.ok && result.value.warnings.map(({ code }) => code)).toContain("choice-repeated");
});

test("decimal points are scaled to integers", () => {
  const votes = "VOTES\nvoter_id;vote;points\nx;BO.D8.19/23,2;0.5,2\ny;2;1\n";
  expect(parsePabulib(META.replace("approval", "cumulative") + PROJECTS + votes)).toMatchObject({
    ok: true,
    value: { pointsScale: 10, ballots: [{ choices: [{ points: 5 }, { points: 20 }] }, { choices: [{ points: 10 }] }] },
  });
});

test("all faults are told at once with line and column", () => {
  const projects = "PROJECTS\nproject_id;cost\n1;12,000\n1;-5\n2;60;extra\n";
  const votes = "VOTES\nvoter_id;vote\nx;1,9\n";
  expect(faults(META.replace("approval", "applause") + projects + votes)).toEqual([
    "4:11 vote-type-unknown",
    "6:11 count-differs",
    "9:3 number-unreadable",
    "10:1 project-repeated",
    "10:3 amount-not-positive",
    "11:6 row-too-long",
    "14:3 project-unknown",
  ]);
});

test.each([
  ["", ["1:1 file-empty"]],
  ["hello\n", ["1:1 section-unknown", "1:1 section-missing", "1:1 section-missing", "1:1 section-missing"]],
  [META + PROJECTS, ["10:1 section-missing"]],
  [META + PROJECTS + VOTES.slice(0, -3), ["6:11 count-differs"]],
  [META.replace("budget;100.50\n", "") + PROJECTS + VOTES, ["1:1 meta-missing"]],
  [META + PROJECTS.replace("weir\"", "weir") + VOTES, ["5:14 count-differs", "9:1 section-missing", "9:19 quote-not-closed"]],
  [META.replace("approval", "cumulative") + PROJECTS + "VOTES\nvoter_id;vote;points\nx;2;1,1\ny;2;-1\n", ["13:5 points-do-not-match-choices", "14:5 points-negative"]],
])("a malformed file is refused whole (%#)", (text, expected) => {
  expect(faults(text)).toEqual(expected);
});

test("totals that the file states and its ballots do not bear out are warnings", () => {
  const result = parsePabulib(META + PROJECTS.replace("cost;name", "cost;name;votes").replace("Plain", "Plain;7") + VOTES);
  expect(result.ok && result.value.warnings.filter(({ code }) => code === "votes-column-differs")).toEqual([
    { line: 10, code: "votes-column-differs", params: { project: "2", stated: 7, counted: 1 } },
  ]);
});

import { z } from "zod";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { isCivilDay } from "#domain/basics/london-time.ts";
import { MAP_SHAPES } from "./answer.ts";
import { TESTS } from "./condition.ts";
import { CODE_PATTERN, FILE_KINDS, LAYOUTS, type Survey } from "./survey.ts";

/** What a file says of itself, so that another program's JSON is not taken for a survey. */
export const SURVEY_FORMAT = "folkmoot-survey";
export const SURVEY_FORMAT_VERSION = 1;

/** Bounds of a survey: well beyond any real one. */
export const MOST_QUESTIONS = 200;
export const MOST_OPTIONS = 500;

const text = z.strictObject({ en: z.string().max(20_000), cy: z.string().max(20_000), easyEn: z.string().max(20_000), easyCy: z.string().max(20_000) });
const code = z.string().regex(CODE_PATTERN, "code-form");
const option = z.strictObject({ code, text, exclusive: z.boolean().optional() }).transform(({ exclusive, ...rest }) => (exclusive === undefined ? rest : { ...rest, exclusive }));
const options = z.array(option).max(MOST_OPTIONS);
const condition = z.strictObject({ match: z.enum(["all", "any"]), tests: z.array(z.strictObject({ question: z.string(), test: z.enum(TESTS), value: z.string() })).min(1).max(50) });
const day = z.string().refine(isCivilDay, "date");
const count = z.number().int().min(0).max(1_000_000);

const basics = {
  code,
  text,
  hint: text,
  label: text,
  fact: text,
  optional: z.boolean(),
  dontKnow: z.boolean(),
  personal: z.boolean(),
  notPublished: z.boolean(),
  byGroup: z.boolean(),
  condition: condition.nullable(),
};
const plain = <const T extends string>(type: T) => z.strictObject({ ...basics, type: z.literal(type) });
const choice = <const T extends string>(type: T) => z.strictObject({ ...basics, type: z.literal(type), options, other: z.boolean() });
const matrix = <const T extends string>(type: T) => z.strictObject({ ...basics, type: z.literal(type), rows: options, options });

const question = z.discriminatedUnion("type", [
  z.strictObject({ ...basics, type: z.literal("short-text"), maxLength: count }),
  z.strictObject({ ...basics, type: z.literal("long-text"), maxWords: count }),
  choice("single-choice"),
  choice("autocomplete"),
  choice("likert"),
  z.strictObject({ ...basics, type: z.literal("multiple-choice"), options, other: z.boolean(), most: count.nullable() }),
  plain("yes-no"),
  matrix("matrix-single"),
  matrix("matrix-multiple"),
  z.strictObject({ ...basics, type: z.literal("ranking"), options, most: count.nullable() }),
  z.strictObject({ ...basics, type: z.literal("number"), least: z.number().nullable(), greatest: z.number().nullable(), decimals: z.number().int().min(0).max(4), unit: text }),
  z.strictObject({ ...basics, type: z.literal("budget"), options, unit: z.enum(["points", "pounds"]), total: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER), spendAll: z.boolean() }),
  z.strictObject({ ...basics, type: z.literal("date"), earliest: day.nullable(), latest: day.nullable() }),
  z.strictObject({ ...basics, type: z.literal("postcode"), keepDays: count }),
  plain("address"),
  plain("contact"),
  plain("organisation"),
  z.strictObject({ ...basics, type: z.literal("file"), kinds: z.array(z.enum(FILE_KINDS)), mostFiles: z.number().int().min(0).max(20), mostMegabytes: z.number().int().min(0).max(20) }),
  z.strictObject({ ...basics, type: z.literal("map"), shapes: z.array(z.enum(MAP_SHAPES)), most: z.number().int().min(0).max(50) }),
  plain("consent"),
]);

const section = z.strictObject({
  code,
  title: text,
  intro: text,
  fact: text,
  condition: condition.nullable(),
  jumps: z.array(z.strictObject({ when: condition.nullable(), to: z.string() })).max(20),
  questions: z.array(question).max(MOST_QUESTIONS),
});

const surveySchema = z.strictObject({
  layout: z.enum(LAYOUTS),
  minutes: z.number().int().min(1).max(600).nullable(),
  organisations: z.boolean(),
  equality: z.boolean(),
  start: z.strictObject({ why: text, canChange: text, cannotChange: text, otherWays: text, use: text }),
  sections: z.array(section).max(100),
});

const header = z.looseObject({ format: z.literal(SURVEY_FORMAT), formatVersion: z.number() });

/** One thing in a file that is not a survey's, and where: `sections.0.questions.3.type`. */
export interface FileFault {
  readonly code: "not-json" | "not-a-survey" | "newer-version" | "unknown-type" | "unknown-part" | "missing" | "wrong" | "code-form";
  readonly where: string;
  /** What stands there: an unknown type, an unknown part's name. */
  readonly found: string;
}

/** The survey as a file: everything of it, in a fixed order, to be read again by `readSurveyFile` with nothing lost. */
export const writeSurveyFile = (survey: Survey): string => `${JSON.stringify({ format: SURVEY_FORMAT, formatVersion: SURVEY_FORMAT_VERSION, ...survey }, null, 2)}\n`;

/**
 * Reads a survey from JSON. What is not known is never passed over: a type, a part or a value that this survey cannot hold
 * refuses the whole file, with each place named. Whether the survey makes sense is judged by `checkSurvey`.
 */
export function readSurveyFile(file: string): Result<Survey, readonly FileFault[]> {
  let value: unknown;
  try {
    value = JSON.parse(file.replace(/^\uFEFF/, ""));
  } catch {
    return err([{ code: "not-json", where: "", found: "" }]);
  }
  const head = header.safeParse(value);
  if (!head.success) return err([{ code: "not-a-survey", where: "", found: foundAt(value, ["format"]) }]);
  if (head.data.formatVersion !== SURVEY_FORMAT_VERSION) return err([{ code: "newer-version", where: "formatVersion", found: String(head.data.formatVersion) }]);
  const { format: _format, formatVersion: _version, ...rest } = head.data;
  const read = surveySchema.safeParse(rest);
  return read.success ? ok(read.data) : err(read.error.issues.flatMap((issue) => faultsOf(issue, rest)));
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown): FileFault[] {
  const where = issue.path.join(".");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ code: "unknown-part", where, found: key }));
  if (issue.code === "invalid_union") return [{ code: "unknown-type", where, found: foundAt(value, issue.path) }];
  const found = foundAt(value, issue.path);
  if (found === "") return [{ code: "missing", where, found }];
  return [{ code: issue.message === "code-form" ? "code-form" : "wrong", where, found }];
}

/** What stands at a path, in a few words; empty where nothing does. */
function foundAt(value: unknown, path: readonly PropertyKey[]): string {
  let at = value;
  for (const part of path) at = typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined;
  return at === undefined ? "" : (typeof at === "string" ? at : JSON.stringify(at)).slice(0, 60);
}

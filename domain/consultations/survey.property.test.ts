import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { option, question, section, survey, words } from "#testing/factories/surveys.ts";
import type { Answers } from "./answer.ts";
import { fieldsOfAnswer, readAnswer, typedAnswer } from "./answer-form.ts";
import { answerPages, pageToGoOn } from "./answer-pages.ts";
import { checkSurvey, reachable } from "./check-survey.ts";
import { copyQuestion, moveQuestion, newQuestion, removeQuestion, unusedCode } from "./edit-survey.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { askedOf, answersThatCount, walk } from "./routing.ts";
import { readSurveyFile, writeSurveyFile } from "./survey-file.ts";
import { carryOver, surveyDifferences } from "./survey-versions.ts";
import { END, LAYOUTS, QUESTION_TYPES, questionsOf, type Question, type Survey } from "./survey.ts";

const CODES = ["a", "b", "c", "d", "e", "f"] as const;
const CHOICES = ["x", "y", "z"] as const;

const condition = (before: readonly string[]) =>
  before.length === 0
    ? fc.constant(null)
    : fc.option(
        fc.record({
          match: fc.constantFrom("all" as const, "any" as const),
          tests: fc.array(fc.record({ question: fc.constantFrom(...before), test: fc.constantFrom("is" as const, "is-not" as const), value: fc.constantFrom(...CHOICES) }), { minLength: 1, maxLength: 2 }),
        }),
      );

/** Surveys of choices whose conditions look back and whose jumps lead on. */
const surveys: fc.Arbitrary<Survey> = fc
  .tuple(fc.array(fc.boolean(), { minLength: CODES.length, maxLength: CODES.length }), fc.constantFrom(...LAYOUTS))
  .chain(([optional, layout]) => {
    const parts = [0, 2, 4].map((at) =>
      fc.record({
        own: condition(CODES.slice(0, at)),
        jump: fc.option(fc.record({ when: condition(CODES.slice(0, at + 2)), to: fc.constantFrom(...["s0", "s2", "s4", END].slice(at / 2 + 1)) })),
        questions: fc.tuple(condition(CODES.slice(0, at)), condition(CODES.slice(0, at + 1))),
      }),
    );
    return fc.tuple(...parts).map((sections) => ({
      ...survey(
        ...sections.map(({ own, jump, questions }, index) =>
          section(
            `s${index * 2}`,
            questions.map((when, place) => {
              const code = CODES[index * 2 + place] ?? "a";
              return question(code, "single-choice", { options: CHOICES.map(option), other: false, condition: when, optional: optional[index * 2 + place] ?? false });
            }),
            { condition: own, jumps: jump && layout !== "chapters" ? [jump] : [] },
          ),
        ),
      ),
      layout,
    }));
  });

const answersTo: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...CODES), fc.constantFrom(...CHOICES).map((choice) => ({ choice })));

describe("routing", () => {
  test("comes to an end, forward only, asking nothing twice", () => {
    fc.assert(
      fc.property(surveys, answersTo, (asks, answers) => {
        const order = asks.sections.map(({ code }) => code);
        const places = walk(asks, answers).map(({ section: { code } }) => order.indexOf(code));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(new Set(askedOf(asks, answers).map(({ code }) => code)).size).toBe(askedOf(asks, answers).length);
      }),
    );
  });

  test("answers to questions that are not asked decide nothing", () => {
    fc.assert(
      fc.property(surveys, answersTo, (asks, answers) => {
        const counted = answersThatCount(asks, answers, "person");
        expect(askedOf(asks, counted).map(({ code }) => code)).toEqual(askedOf(asks, answers).map(({ code }) => code));
      }),
    );
  });

  test("whoever answers each page they are led to comes to the end", () => {
    fc.assert(
      fc.property(surveys, fc.array(fc.constantFrom(...CHOICES), { minLength: 6, maxLength: 6 }), (asks, picks) => {
        let answers: Answers = {};
        for (let turn = 0; turn <= CODES.length; turn += 1) {
          const page = pageToGoOn(answerPages(asks, answers, "person"), answers);
          if (page === null) return;
          answers = { ...answers, ...Object.fromEntries(page.questions.map(({ code }) => [code, { choice: picks[turn] ?? "x" }])) };
        }
        expect(pageToGoOn(answerPages(asks, answers, "person"), answers)).toBeNull();
      }),
    );
  });

  test("the check finds unreachable what no answers lead to, and nothing else", () => {
    fc.assert(
      fc.property(surveys, (asks) => {
        const found = reachable(asks);
        const led = new Set<string>();
        const choices = [undefined, ...CHOICES];
        const follow = (answers: Answers, at: number): void => {
          const code = CODES[at];
          if (code === undefined) for (const each of askedOf(asks, answers)) led.add(each.code);
          else for (const choice of choices.slice(questionsOf(asks).find((each) => each.code === code)?.optional ? 0 : 1)) follow(choice === undefined ? answers : { ...answers, [code]: { choice } }, at + 1);
        };
        follow({}, 0);
        expect([...(found ?? [])].sort()).toEqual([...led].sort());
      }),
      { numRuns: 15 },
    );
  });
});

const anyQuestion: fc.Arbitrary<Question> = fc.constantFrom(...QUESTION_TYPES).map((type) => {
  const fresh = newQuestion(type, "q");
  const three = CHOICES.map(option);
  return { ...fresh, text: words("Q"), dontKnow: true, ...("options" in fresh ? { options: three } : {}), ...("rows" in fresh ? { rows: three } : {}) } as Question;
});

describe("answers", () => {
  test("whatever JSON holds is judged, never a crash", () => {
    fc.assert(
      fc.property(anyQuestion, fc.jsonValue(), fc.constantFrom("text", "choice", "choices", "rows", "order", "number", "amounts", "date", "postcode", "address", "contact", "organisation", "files", "places", "place", "agreed", "dontKnow", "other"), (asked, value, part) => {
        expect(Array.isArray(judgeAnswer(asked, { [part]: value } as never))).toBe(true);
      }),
    );
  });

  test("whatever is typed is read, and what is taken shows again as it was typed", () => {
    const typing = fc.dictionary(fc.constantFrom("q", "q.other", "q.rows.x", "q.rank.x", "q.rank.y", "q.amounts.x", "q-day", "q-month", "q-year", "q.address.line1", "q.contact.name", "q.place", "q.dont-know"), fc.array(fc.oneof(fc.string(), fc.constantFrom("x", "y", "1", "2", "yes", "ZZ5 1AA", "14", "2026", "dont-know")), { maxLength: 3 }));
    fc.assert(
      fc.property(anyQuestion, typing, (asked, values) => {
        const read = readAnswer(asked, values);
        if (!read.ok || read.value === null) return;
        expect(judgeAnswer(asked, read.value)).toEqual([]);
        expect(typedAnswer(asked, fieldsOfAnswer(asked, read.value), read.value)).toEqual(read.value);
      }),
    );
  });
});

describe("a survey as a file", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(surveys, (asks) => {
        expect(readSurveyFile(writeSurveyFile(asks))).toEqual({ ok: true, value: asks });
      }),
    );
  });

  test("every type of question comes back as it was", () => {
    const all = survey(section("all", QUESTION_TYPES.map((type) => newQuestion(type, type))));
    expect(readSurveyFile(writeSurveyFile(all))).toEqual({ ok: true, value: all });
  });

  test("whatever is in it gets an answer", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (file) => {
        expect(readSurveyFile(file).ok).toBe(false);
      }),
    );
  });

  test("names every place with a type or a part nobody knows, and takes nothing of it", () => {
    const file = JSON.parse(writeSurveyFile(survey(section("s", [question("a", "yes-no"), question("b", "yes-no")])))) as { sections: { questions: Record<string, unknown>[] }[] };
    const [first, second] = file.sections[0]?.questions ?? [];
    Object.assign(first ?? {}, { type: "net-promoter-score" });
    Object.assign(second ?? {}, { weighting: 3 });
    expect(readSurveyFile(JSON.stringify(file))).toEqual({
      ok: false,
      error: [
        { code: "unknown-type", where: "sections.0.questions.0.type", found: "net-promoter-score" },
        { code: "unknown-part", where: "sections.0.questions.1", found: "weighting" },
      ],
    });
  });
});

describe("edits", () => {
  test("keep every code once and lose no question but the one taken out", () => {
    fc.assert(
      fc.property(surveys, fc.array(fc.record({ act: fc.constantFrom("copy", "up", "down", "remove"), at: fc.nat({ max: 9 }) }), { maxLength: 12 }), (asks, acts) => {
        let now = asks;
        let expected = questionsOf(asks).length;
        for (const { act, at } of acts) {
          const code = questionsOf(now)[at]?.code;
          if (code === undefined) continue;
          const next = act === "copy" ? copyQuestion(now, code) : act === "remove" ? removeQuestion(now, code) : moveQuestion(now, code, act as "up" | "down");
          if (!next.ok) continue;
          now = next.value;
          expected += act === "copy" ? 1 : act === "remove" ? -1 : 0;
        }
        const codes = questionsOf(now).map(({ code }) => code);
        expect(codes).toHaveLength(expected);
        expect(new Set(codes).size).toBe(expected);
        expect(codes).not.toContain(unusedCode(now, "a"));
      }),
    );
  });
});

describe("versions", () => {
  test("a version does not differ from itself, and what was answered fits it still", () => {
    fc.assert(
      fc.property(surveys, answersTo, (asks, answers) => {
        expect(surveyDifferences(asks, asks)).toEqual([]);
        expect(carryOver(asks, answers)).toEqual({ kept: answers, setAside: [] });
      }),
    );
  });

  test("a new version keeps every answer that still fits, and names the others", () => {
    const before = survey(section("s", [question("a", "single-choice", { options: [option("x"), option("y")], other: false }), question("b", "short-text", { maxLength: 20 })]));
    const after = survey(section("s", [question("b", "short-text", { maxLength: 20 }), question("c", "yes-no"), question("a", "single-choice", { options: [option("y"), option("z")], other: false })]));
    expect(carryOver(after, { a: { choice: "x" }, b: { text: "kept" } })).toEqual({ kept: { b: { text: "kept" } }, setAside: ["a"] });
    expect(surveyDifferences(before, after).map(({ question: code, change }) => `${code}:${change}`)).toEqual(["b:moved", "c:added", "a:changed", ":changed"]);
  });
});

describe("the static check", () => {
  const whole = (asks: Survey): Survey => ({ ...asks, start: { ...asks.start, why: words("Because.") } });
  const codes = (asks: Survey) => checkSurvey(whole(asks), { welsh: true }).map(({ code, question: at, section: of }) => `${code}@${at ?? of ?? ""}`);
  const yes = question("a", "yes-no");
  const when = (about: string, value: string) => ({ match: "all" as const, tests: [{ question: about, test: "is" as const, value }] });

  test("says nothing of a survey that is whole", () => {
    expect(codes(survey(section("s", [yes, question("b", "yes-no", { condition: when("a", "yes") })])))).toEqual([]);
  });

  test.each([
    ["a loop", survey(section("s", [yes]), section("t", [question("b", "yes-no")], { jumps: [{ when: null, to: "s" }] })), "jump-loops@t"],
    ["a jump to nowhere", survey(section("s", [yes], { jumps: [{ when: null, to: "nowhere" }] })), "jump-to-nowhere@s"],
    ["a condition on a later answer", survey(section("s", [question("b", "yes-no", { condition: when("a", "yes") }), yes])), "condition-on-later@b"],
    ["a condition on its own answer", survey(section("s", [question("a", "yes-no", { condition: when("a", "yes") })])), "condition-on-later@a"],
    ["a condition on no question", survey(section("s", [question("b", "yes-no", { condition: when("z", "yes") })])), "condition-on-nothing@b"],
    ["a value that is no answer", survey(section("s", [yes, question("b", "yes-no", { condition: when("a", "perhaps") })])), "condition-value-unknown@b"],
    ["a section nobody comes to", survey(section("s", [yes], { jumps: [{ when: null, to: END }] }), section("t", [question("b", "yes-no")])), "section-unreachable@t"],
    ["a question whose conditions exclude each other", survey(section("s", [yes, question("b", "yes-no", { condition: when("a", "yes") })]), section("t", [question("d", "yes-no"), question("c", "yes-no", { condition: { match: "all", tests: [{ question: "a", test: "is", value: "no" }, { question: "b", test: "is-answered", value: "" }] } })])), "question-unreachable@c"],
    ["a choice with nothing to choose", survey(section("s", [question("a", "single-choice", { options: [], other: false })])), "too-few-options@a"],
    ["a number that cannot be", survey(section("s", [question("a", "number", { least: 5, greatest: 2, decimals: 0 })])), "no-number-fits@a"],
    ["an empty section", survey(section("s", [yes]), section("t", [])), "section-empty@t"],
    ["two questions of one code", survey(section("s", [yes]), section("t", [yes])), "code-twice@a"],
    ["a missing Welsh text", survey(section("s", [question("a", "yes-no", { text: { ...words("A?"), cy: "" } })])), "text-missing@a"],
  ])("finds %s", (_what, asks, finding) => {
    expect(codes(asks)).toContain(finding);
  });
});

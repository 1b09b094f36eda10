import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawLifecycle, moveBy, reachableFrom } from "#domain/basics/lifecycle.ts";
import { callStanding, mayAddIdea } from "./idea-call.ts";
import { judgeIdeaForm, NEW_IDEA_FORM, questionField, readIdeaAnswers, type IdeaQuestion } from "./idea-form.ts";
import { IDEA_ACTS, IDEA_STATES, ideaLifecycle, STATES_GONE, type IdeaState } from "./idea-lifecycle.ts";
import { mergeTarget, type MergePlace } from "./idea-lineage.ts";
import { IDEA_SIGHTS, SIGHT_ACTS, sightLifecycle } from "./idea-moderation.ts";

const drawn = (name: string) => readFileSync(new URL(`../../docs/lifecycles/${name}.md`, import.meta.url), "utf8");

describe("the lifecycle of an idea", () => {
  it("is the one in docs/lifecycles", () => {
    expect(drawn("idea")).toBe(drawLifecycle(ideaLifecycle));
    expect(drawn("idea-sight")).toBe(drawLifecycle(sightLifecycle));
  });

  it("reaches every state", () => {
    expect(reachableFrom(ideaLifecycle, "collected")).toEqual(new Set(IDEA_STATES.filter((state) => state !== "collected")));
    expect(new Set([...reachableFrom(sightLifecycle, "waiting"), "waiting"])).toEqual(new Set(IDEA_SIGHTS));
  });

  it("never-comes-back-from-where-it-has-gone", () => {
    for (const state of STATES_GONE) for (const act of IDEA_ACTS) expect(moveBy(ideaLifecycle, state, act)).toEqual({ ok: false, error: "wrong-state" });
  });

  it("is-never-thought-an-idea-again-once-it-was-a-proposal", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...IDEA_ACTS), { maxLength: 40 }), (acts) => {
        const been: IdeaState[] = ["collected"];
        for (const act of acts) {
          const to = moveBy(ideaLifecycle, been.at(-1) ?? "collected", act);
          if (to.ok) been.push(to.value);
        }
        expect(been.lastIndexOf("collected")).toBe(0);
      }),
    );
  });

  it("shows what was removed only after an appeal", () => {
    for (const act of SIGHT_ACTS) expect(moveBy(sightLifecycle, "removed", act).ok).toBe(act === "uphold-appeal");
  });
});

describe("merging", () => {
  const ID = fc.integer({ min: 0, max: 9 });

  it("leads-from-every-idea-to-one-that-stands-however-they-are-merged", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ID, fc.uniqueArray(ID, { minLength: 1, maxLength: 3 })), { maxLength: 40 }), (merges) => {
        const into = new Map<string, string | null>(Array.from({ length: 10 }, (_, at) => [String(at), null]));
        const place = (id: number): MergePlace => ({ id: String(id), mergedInto: into.get(String(id)) ?? null });
        for (const [target, sources] of merges) {
          const to = mergeTarget(place(target), sources.map(place));
          if (!to.ok) continue;
          for (const source of sources) {
            // What the database's trigger does: those already in the source go with it.
            for (const [id, at] of into) if (at === String(source)) into.set(id, to.value);
            into.set(String(source), to.value);
          }
        }
        for (const [id, at] of into) {
          expect(at).not.toBe(id);
          if (at !== null) expect(into.get(at)).toBeNull();
        }
      }),
    );
  });

  it("follows a merged target and refuses a merged source, by name", () => {
    const merged = { id: "b", mergedInto: "a" };
    expect(mergeTarget(merged, [{ id: "c", mergedInto: null }])).toEqual({ ok: true, value: "a" });
    expect(mergeTarget({ id: "c", mergedInto: null }, [merged])).toEqual({ ok: false, error: { code: "already-merged", id: "b" } });
    expect(mergeTarget(merged, [{ id: "a", mergedInto: null }])).toEqual({ ok: false, error: { code: "same-idea", id: "a" } });
  });
});

describe("a programme's own questions", () => {
  const both = (en: string) => ({ en, cy: en });
  const question = (kind: IdeaQuestion["kind"], more: Partial<IdeaQuestion> = {}): IdeaQuestion => ({
    code: kind,
    kind,
    label: both(kind),
    hint: both(""),
    required: false,
    public: true,
    options: kind.startsWith("choice") ? [{ code: "a", text: both("A") }, { code: "b", text: both("B") }] : [],
    ...more,
  });
  const all = (["line", "paragraphs", "choice", "choices", "yes-no", "number"] as const).map((kind) => question(kind));

  it("answers-what-it-understood-or-names-every-field-at-fault-whatever-is-typed", () => {
    const typed = fc.dictionary(fc.constantFrom(...all.map(({ code }) => questionField(code)), "q-other", "__proto__"), fc.array(fc.string({ maxLength: 300 }), { maxLength: 3 }));
    fc.assert(
      fc.property(typed, (values) => {
        const read = readIdeaAnswers(all, values);
        if (read.ok) {
          expect(Object.keys(read.value).every((code) => all.some((each) => each.code === code))).toBe(true);
          expect(Object.values(read.value).flat().every((text) => text.trim() === text && text !== "")).toBe(true);
        } else expect(new Set(read.error.map(({ field }) => field)).size).toBe(read.error.length);
      }),
    );
  });

  it("asks for what is required, and takes only what was offered", () => {
    expect(readIdeaAnswers([question("line", { required: true })], {})).toEqual({ ok: false, error: [{ field: "q-line", code: "required" }] });
    expect(readIdeaAnswers(all, { "q-choice": ["c"], "q-choices": ["a", "x"], "q-yes-no": ["maybe"], "q-number": ["-1"] })).toMatchObject({ ok: false, error: { length: 4 } });
    expect(readIdeaAnswers(all, { "q-choice": ["b"], "q-choices": ["a", "b", "a"], "q-yes-no": ["yes"], "q-number": ["1,200"] })).toEqual({
      ok: true,
      value: { choice: "b", choices: ["a", "b"], "yes-no": "yes", number: "1,200" },
    });
  });

  it("refuses a form that could not be answered", () => {
    expect(judgeIdeaForm(NEW_IDEA_FORM)).toEqual([]);
    expect(judgeIdeaForm({ ...NEW_IDEA_FORM, questions: [question("choice", { options: [] })] })).toEqual([{ field: "question-1", code: "too-few-options" }]);
    expect(judgeIdeaForm({ ...NEW_IDEA_FORM, fields: { ...NEW_IDEA_FORM.fields, category: "required" } })).toEqual([{ field: "categories", code: "no-categories" }]);
  });
});

describe("asking for ideas", () => {
  const open = { openedAt: new Date("2026-03-01T09:00:00Z"), closedAt: null, mostPerPerson: 2 };
  const phase = [{ phase: "collecting-ideas" as const, startsOn: "2026-03-10", endsOn: "2026-04-10" }];

  it("begins and ends with the days of the phase, both included, and never before an officer opens it", () => {
    const on = (day: string) => callStanding(open, phase, day);
    expect([on("2026-03-09"), on("2026-03-10"), on("2026-04-10"), on("2026-04-11")]).toEqual(["forthcoming", "open", "open", "over"]);
    expect(callStanding({ ...open, openedAt: null }, phase, "2026-03-10")).toBe("not-open");
    expect(callStanding({ ...open, closedAt: new Date("2026-03-11T09:00:00Z") }, phase, "2026-03-12")).toBe("over");
    expect(callStanding(open, [], "2030-01-01")).toBe("open");
  });

  it("goes by the phase the programme stands in where an officer moved it", () => {
    expect(callStanding(open, phase, "2026-06-01", "collecting-ideas")).toBe("open");
    expect(callStanding(open, phase, "2026-03-10", "informing")).toBe("forthcoming");
    expect(callStanding(open, phase, "2026-03-10", "feasibility")).toBe("over");
  });

  it("takes so many from a person and no more", () => {
    expect(mayAddIdea("open", open, 1).ok).toBe(true);
    expect(mayAddIdea("open", open, 2)).toEqual({ ok: false, error: "too-many-ideas" });
    expect(mayAddIdea("over", open, 0)).toEqual({ ok: false, error: "call-over" });
  });
});

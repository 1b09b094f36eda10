import { z } from "zod";
import { civilDate, email, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, pounds } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { TEMPLATES } from "#domain/budgeting/template.ts";
import { TOPICS } from "#domain/involvement/engagement.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";

const titles = { titleEn: line(120), titleCy: optionalLine(120) };

export const templateInput = withDates(
  ["startsOn"],
  formInput(
    z
      .object({ once: once(), template: oneOf(TEMPLATES), ...titles, topic: oneOf(TOPICS), amountPence: pounds(), startsOn: civilDate() })
      .transform(({ titleEn, titleCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy } })),
  ),
);

export const copyInput = formInput(z.object({ once: once(), from: z.uuid("choose-one"), ...titles }).transform(({ titleEn, titleCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy } })));

/** Who may vote in a community group's vote. */
export const COMMUNITY_VOTERS = ["residents", "school"] as const;

export const whoInput = formInput(
  z
    .object({ once: once(), ...titles, voters: oneOf(COMMUNITY_VOTERS), second: orEmpty(email()) })
    .transform(({ titleEn, titleCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy } })),
);

export const moneyInput = formInput(z.object({ amountPence: pounds(), giverEn: optionalLine(120), giverCy: optionalLine(120), maxProjectPence: orEmpty(pounds()) }));

/** Rows of the form on which a community group writes its projects, a few at a time. */
export const PROJECT_ROWS = [1, 2, 3] as const;
const projectFields = Object.fromEntries(
  PROJECT_ROWS.flatMap((row) => [
    [`once-${row}`, once()],
    [`title-${row}En`, optionalLine(120)],
    [`title-${row}Cy`, optionalLine(120)],
    [`summary-${row}En`, optionalParagraphs(300)],
    [`summary-${row}Cy`, optionalParagraphs(300)],
    [`cost-${row}`, orEmpty(pounds())],
  ]),
);

/** A project as a community group writes it. */
export interface ShortProject {
  readonly row: number;
  readonly once: string;
  readonly title: { readonly en: string; readonly cy: string };
  readonly summary: { readonly en: string; readonly cy: string };
  readonly costPence: number;
}

export const projectsInput = formInput(
  z.object(projectFields).transform((typed, context) => {
    const all = typed as Record<string, unknown>;
    const text = (name: string): string => (typeof all[name] === "string" ? all[name] : "");
    return PROJECT_ROWS.flatMap((row): ShortProject[] => {
      const title = { en: text(`title-${row}En`), cy: text(`title-${row}Cy`) };
      const summary = { en: text(`summary-${row}En`), cy: text(`summary-${row}Cy`) };
      const cost = all[`cost-${row}`];
      if (`${title.en}${title.cy}${summary.en}${summary.cy}` === "" && typeof cost !== "number") return [];
      if (title.en === "") context.addIssue({ code: "custom", path: [`title-${row}En`], message: "required" });
      if (summary.en === "") context.addIssue({ code: "custom", path: [`summary-${row}En`], message: "required" });
      if (typeof cost === "number") return [{ row, once: text(`once-${row}`), title, summary, costPence: cost }];
      context.addIssue({ code: "custom", path: [`cost-${row}`], message: "required" });
      return [];
    });
  }),
);

export const datesInput = withDates(["opensOn", "closesOn", "resultsOn"], formInput(z.object({ opensOn: civilDate(), closesOn: civilDate(), resultsOn: civilDate() })));

const evidence = Object.fromEntries(COMMON_ITEMS.map((item) => [item, line(500)]));
export const checksInput = formInput(z.object(evidence).transform((typed) => COMMON_ITEMS.map((item) => ({ item, evidence: String((typed as Record<string, unknown>)[item] ?? "") }))));

export const nothingInput = formInput(z.object({}));

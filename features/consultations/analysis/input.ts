import { z } from "zod";
import { line, once, optionalLine } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

/** The name of a view; in Welsh too where the council publishes in it, for it stands in the report. */
export const viewInput = (welsh: boolean) =>
  formInput(
    z
      .object({ once: once(), nameEn: line(120), nameCy: welsh ? line(120) : optionalLine(120) })
      .transform((typed) => ({ once: typed.once, name: { en: typed.nameEn, cy: typed.nameCy } })),
  );

export const dropViewInput = formInput(z.object({ view: z.uuid("form-expired") }).transform(({ view }) => ({ viewId: view })));

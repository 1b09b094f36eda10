import { z } from "zod";
import { line, optionalLine } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { THREAD_KINDS, type ThreadEnd } from "#domain/golden-thread/thread.ts";

/** A stop as a list sends it: `project:7d0e…`. */
const stop = z
  .string("required")
  .min(1, "required")
  .transform((v, context): ThreadEnd => {
    const [kind, id = ""] = v.split(":", 2);
    const known = THREAD_KINDS.find((each) => each === kind);
    if (known && /^[0-9a-f-]{36}$/.test(id)) return { kind: known, id };
    context.addIssue({ code: "custom", message: "unknown-thing" });
    return z.NEVER;
  });

export const linkThingsInput = formInput(
  z.object({ from: stop, to: stop, howEn: line(300), howCy: optionalLine(300) }).transform(({ from, to, howEn, howCy }) => ({ from, to, how: { en: howEn, cy: howCy } })),
);

export const unlinkThingsInput = formInput(z.object({ link: z.uuid("unknown-thing") }).transform(({ link }) => link));

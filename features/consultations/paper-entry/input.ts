import { z } from "zod";
import { civilDate, line, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

export const openBatchInput = withDates(
  ["receivedOn"],
  formInput(z.object({ name: line(30), papers: wholeNumber(1, 500), receivedOn: civilDate(), twice: z.string().optional() }).transform(({ twice, ...rest }) => ({ ...rest, twice: twice !== undefined }))),
);

import { z } from "zod";
import { postcode, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import { ok } from "#domain/basics/result.ts";

/** What must be asked for the ballots of a vote; nothing is asked that no rule needs. */
export interface Questions {
  readonly postcode: boolean;
  readonly age: boolean;
}

export interface Answers {
  readonly postcode: string | null;
  readonly age: number | null;
}

const both = formInput(z.object({ postcode: postcode(), age: wholeNumber(0, 120) }));
const justPostcode = formInput(z.object({ postcode: postcode() }));
const justAge = formInput(z.object({ age: wholeNumber(0, 120) }));

/** Reads the answers to the questions asked. */
export const answersTo =
  (asked: Questions): FormInput<Answers> =>
  (values) => {
    if (asked.postcode && asked.age) return both(values);
    if (asked.postcode) {
      const read = justPostcode(values);
      return read.ok ? ok({ ...read.value, age: null }) : read;
    }
    if (!asked.age) return ok({ postcode: null, age: null });
    const read = justAge(values);
    return read.ok ? ok({ ...read.value, postcode: null }) : read;
  };

import { format } from "../../format.ts";

/** What is wrong with something typed, and how to put it right. Keys are the codes of `Fault`. */
export const faults = {
  required: "Fill this in",
  "too-long": (p: { max?: number }) => `Use ${p.max === undefined ? "fewer" : format("en").number(p.max)} characters or fewer`,
  unprintable: "Take out characters that cannot be printed",
  "one-line": "Write this on one line",
  "whole-number": "Write a whole number, such as 12",
  "too-small": (p: { min?: number }) => `The number must be ${p.min ?? 0} or more`,
  "too-large": (p: { max?: number }) => `The number must be ${p.max ?? 0} or less`,
  pounds: "Write an amount in pounds, such as 24,000 or 31.30",
  email: "Write an email address in the usual form, such as name@example.com",
  postcode: "Write a full UK postcode, such as SN9 4QT",
  slug: "Use small letters, digits and hyphens only, such as your-patch-2026",
  "choose-one": "Choose one of the answers",
  "form-expired": "This form is out of date. Open the page again and send it from there",
  reading: "Write a number, such as 64 or 71.5",
  "in-plan": "This target stands in a plan. Change it there",
  "slug-taken": "This address is taken. Choose another",
  "unknown-area": "Choose an area of this council",
  "stage-passed": "The transfer has already passed this stage",
  date: "Write a date that is in the calendar, such as 18 10 2026",
  "not-understood": "We could not understand this. Write it another way",
} as const;

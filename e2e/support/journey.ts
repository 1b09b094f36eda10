import { test as base } from "@playwright/test";
import type { Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";

export interface JourneyOptions {
  /** The language of the pages walked through; the "welsh" project sets it to "cy". */
  site: Locale;
}

interface Journey {
  /** Address of a page in the journey's language: `to("/brackenshire")` is `/en/brackenshire` or `/cy/brackenshire`. */
  to: (path: string) => string;
  /** The site's words in the journey's language, so that tests name what people read. */
  words: ReturnType<typeof messages>;
}

/** Every journey runs in four projects: desktop, mobile, welsh and no-js. */
export const test = base.extend<JourneyOptions & Journey>({
  site: ["en", { option: true }],
  to: async ({ site }, use) => {
    await use((path) => `/${site}${path}`);
  },
  words: async ({ site }, use) => {
    await use(messages(site));
  },
});

export { expect } from "@playwright/test";

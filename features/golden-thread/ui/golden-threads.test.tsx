import { expect, test } from "vitest";
import { TRANSFER_STAGES } from "#domain/asset-transfers/stage.ts";
import { TARGET_STATUSES } from "#domain/priorities/target.ts";
import { ASK_STANDINGS } from "#domain/golden-thread/thread.ts";
import { messages } from "#i18n/messages.ts";

test("every way a stop can stand has words in both languages", () => {
  for (const locale of ["en", "cy"] as const) {
    const states: Readonly<Record<string, string>> = messages(locale).goldenThread.states;
    for (const state of [...TRANSFER_STAGES, ...TARGET_STATUSES, ...ASK_STANDINGS, "funded", "delivered", "heard", "answered"]) expect(states[state], state).toMatch(/\S/);
  }
});

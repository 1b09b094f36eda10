import { anyOf } from "./rule.ts";

/** Priorities, asset transfers and the thread that joins them to what residents said. */
export const recordActs = {
  "programme.import": anyOf("engagement-officer", "council-admin"),
  "target.edit": anyOf("engagement-officer", "council-admin"),
  "asset-transfer.edit": anyOf("engagement-officer", "council-admin"),
  "thread.link": anyOf("engagement-officer", "council-admin"),
};

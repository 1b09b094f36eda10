import { anyOf } from "./rule.ts";

/** Funded projects, priorities and the thread that joins them to what residents said. */
export const recordActs = {
  "delivery.edit": anyOf("engagement-officer", "council-admin"),
  "programme.import": anyOf("engagement-officer", "council-admin"),
  "target.edit": anyOf("engagement-officer", "council-admin"),
  "thread.link": anyOf("engagement-officer", "council-admin"),
};

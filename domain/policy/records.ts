import { anyOf } from "./rule.ts";

/** Funded projects, priorities, the thread that joins them to what residents said, and the register of the duty to involve. */
export const recordActs = {
  "delivery.edit": anyOf("engagement-officer", "council-admin"),
  "programme.import": anyOf("engagement-officer", "council-admin"),
  "target.edit": anyOf("engagement-officer", "council-admin"),
  "thread.link": anyOf("engagement-officer", "council-admin"),
  // Signed in the name of the council, and kept for good.
  "duty.sign-record": anyOf("engagement-officer", "approver", "council-admin"),
  "duty.sign-statement": anyOf("approver", "council-admin"),
  "statute.edit": anyOf("engagement-officer", "council-admin"),
};

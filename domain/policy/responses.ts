import { anyOf } from "./rule.ts";

/** What people answered to consultations. Their own words may name them: only who works with them reads them. */
export const responseActs = {
  "consultation.analyse": anyOf("engagement-officer", "approver", "council-admin"),
  "consultation.code": anyOf("engagement-officer", "approver", "council-admin"),
  "responses.see": anyOf("engagement-officer", "approver", "council-admin"),
  "responses.enter": anyOf("engagement-officer", "council-admin"),
  "responses.read": anyOf("engagement-officer", "approver", "council-admin"),
  "responses.judge-signs": anyOf("engagement-officer", "approver", "council-admin"),
  "answers.publish": anyOf("engagement-officer", "approver", "council-admin"),
};

/**
 * The map of contexts: which may import which. It governs domain/, db/schema/ and features/ alike.
 * A new line here is an architecture decision and comes with a record in docs/decisions/.
 */
const foundation = ["accounts", "councils", "notifications"];

export const CONTEXTS = {
  accounts: [],
  councils: ["accounts"],
  notifications: ["accounts", "councils"],
  audit: ["accounts", "councils"],

  "golden-thread": [...foundation],
  eligibility: [...foundation],
  voting: [...foundation, "eligibility"],

  consultations: [...foundation, "eligibility"],
  budgeting: [...foundation, "eligibility", "voting", "golden-thread"],
  elections: [...foundation, "eligibility", "voting"],
  "asset-transfers": [...foundation, "golden-thread"],

  involvement: [...foundation, "eligibility", "voting", "consultations", "budgeting", "elections", "golden-thread"],
  partnerships: [...foundation, "budgeting"],
  priorities: [...foundation, "partnerships", "golden-thread"],
};

/** First parts of addresses that are the installation's own, so that no council can be called by them. */
const TAKEN = new Set([
  "account",
  "accessibility",
  "api",
  "assets",
  "brand",
  "components",
  "local",
  "logo",
  "manage",
  "operator",
  "privacy",
  "second-step",
  "sign-in",
  "sign-out",
]);

/** Whether a council may stand at this address. */
export const isFreeAddress = (slug: string): boolean => !TAKEN.has(slug);

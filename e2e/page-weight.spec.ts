import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";

// Weighed once, as a phone without script gets them: page, styles, fonts and pictures, as they went over the wire.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, "pages are weighed without script");

/** What a page for residents may weigh, and the script of those that have one. */
const MOST_BYTES = 100_000;

const COUNCIL = "/brackenshire";
const OPEN = `${COUNCIL}/votes/your-patch-2026`;
const DECLARED = `${COUNCIL}/votes/your-patch-2025`;
const WEIGHED = [
  COUNCIL,
  `${COUNCIL}/map`,
  `${COUNCIL}/search?q=patch`,
  OPEN,
  `${OPEN}/start`,
  `${OPEN}/projects/millbrook/repair-cafe-and-tool-library`,
  `${DECLARED}/results`,
  `${DECLARED}/results/millbrook`,
  `${DECLARED}/evaluation`,
  `${COUNCIL}/projects`,
  `${COUNCIL}/priorities`,
  `${COUNCIL}/embed/results/your-patch-2025/millbrook`,
] as const;

for (const path of WEIGHED)
  test(`${path} weighs no more than a resident's phone can take`, async ({ page, to }) => {
    const { bytes, sent } = await weigh(page, to(path));
    expect(bytes, sent.join("\n")).toBeLessThanOrEqual(MOST_BYTES);
  });

async function weigh(page: Page, address: string): Promise<{ readonly bytes: number; readonly sent: readonly string[] }> {
  const sizes: Promise<{ readonly url: string; readonly bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    sizes.push(request.sizes().then(({ responseHeadersSize, responseBodySize }) => ({ url: request.url(), bytes: responseHeadersSize + responseBodySize })));
  });
  const answer = await page.goto(address, { waitUntil: "networkidle" });
  expect(answer?.status()).toBe(200);
  const all = await Promise.all(sizes);
  return { bytes: all.reduce((sum, { bytes }) => sum + bytes, 0), sent: all.map(({ url, bytes }) => `${String(bytes)} ${url}`) };
}

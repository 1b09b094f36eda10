import { looksRight } from "../../support/voter.ts";
import { expect, test } from "../../support/journey.ts";

const RESULT = "/brackenshire/votes/your-patch-2025/results/millbrook";

test("anybody verifies a declared vote in their own browser, and a file that was cut off is told", async ({ page, to, words, javaScriptEnabled }) => {
  test.setTimeout(180_000);
  const t = words.verification;
  const file = await page.request.get(to(`${RESULT}/ballot-log.tar.gz`));
  expect(file.status()).toBe(200);
  const bundle = await file.body();
  await page.goto(to("/verify"));
  await looksRight(page);
  await expect(page.getByText("npm run verify")).toBeVisible();
  if (javaScriptEnabled === false) {
    await expect(page.getByLabel(t.file)).toBeHidden();
    return;
  }
  await page.getByLabel(t.file).setInputFiles({ name: "ballot-log.tar.gz", mimeType: "application/gzip", buffer: bundle });
  await page.getByRole("button", { name: t.start }).click();
  await expect(page.getByText(t.goodMore)).toBeVisible({ timeout: 150_000 });
  await looksRight(page);
  await page.getByLabel(t.file).setInputFiles({ name: "ballot-log.tar.gz", mimeType: "application/gzip", buffer: bundle.subarray(0, bundle.length / 2) });
  await page.getByRole("button", { name: t.start }).click();
  await expect(page.getByText(t.unreadable, { exact: true })).toBeVisible({ timeout: 60_000 });
});

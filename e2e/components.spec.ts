import { GALLERY_PAGES } from "#components/gallery/gallery-pages.ts";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "./support/accessibility.ts";
import { expect, test } from "./support/journey.ts";

// Once is enough for what is the same in every language; the phone is looked at as well.
test.skip(({ javaScriptEnabled, site }) => javaScriptEnabled === false || site === "cy", "the gallery is looked at on a desk and on a phone");

for (const sheet of GALLERY_PAGES)
  test(`every component on the sheet “${sheet}” has nothing for axe to find`, async ({ page }) => {
    expect((await page.goto(`/components/${sheet}`))?.status()).toBe(200);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  });

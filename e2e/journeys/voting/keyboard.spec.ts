import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../../support/journey.ts";
import { codeIn, newestMailTo } from "../../support/mail.ts";

const VOTE = "/brackenshire/votes/your-patch-2026";
const MOST_STEPS = 120;

interface Focus {
  readonly what: string;
  readonly inWindow: boolean;
  /** What lies over its middle and is no part of it; empty when it can be seen. */
  readonly under: string;
  readonly marked: boolean;
}

/** Where the focus is, whether it can be seen and whether it is marked. */
function focusNow(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    // A box is marked on itself or, where it is drawn by its label, there.
    const shown = at instanceof HTMLInputElement && at.labels?.[0] && at.getBoundingClientRect().width < 2 ? at.labels[0] : at;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const over = document.elementFromPoint(x, y);
    const seen = over !== null && (shown.contains(over) || over.contains(shown) || at.closest("label")?.contains(over) === true);
    const styles = [at, shown, ...(at.nextElementSibling ? [at.nextElementSibling] : [])].map((each) => getComputedStyle(each));
    return {
      what: `${at.tagName.toLowerCase()}#${at.id} ${(at.textContent || at.getAttribute("value") || "").trim().slice(0, 60)}`,
      inWindow: y >= 0 && y <= innerHeight && x >= 0 && x <= innerWidth,
      under: seen ? "" : `${over?.tagName ?? "nothing"}.${over?.className ?? ""}`,
      marked: styles.some(({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none"),
    };
  });
}

async function expectFocusSeen(page: Page): Promise<void> {
  // Scrolling to the focused element may be drawn out.
  await expect.poll(() => focusNow(page), { message: "the focus can be seen" }).toMatchObject({ inWindow: true, under: "", marked: true });
}

/** Goes on with Tab until the thing has the focus; each stop on the way must be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

test("a resident votes with the keyboard alone, and always sees where they are", async ({ page, to, words }) => {
  test.skip(!["desktop", "no-js"].includes(test.info().project.name), "A keyboard is at a desk; without scripts the window is a small one.");
  test.setTimeout(300_000);
  const { eligibility, accounts, voting: t } = words;
  const press = async (target: Locator, key = "Enter"): Promise<void> => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const heading = page.getByRole("heading", { level: 1 });

  await page.goto(to(VOTE));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: words.site.skip })).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await press(page.getByRole("link", { name: words.pages.vote.start }).first());
  await press(page.getByRole("link", { name: eligibility.start.goOn }));
  await tabTo(page, page.getByLabel(accounts.signIn.email));
  const email = `voter-${crypto.randomUUID()}@example.com`;
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await expect(heading).toHaveText(accounts.code.title);
  await tabTo(page, page.getByLabel(accounts.code.label));
  await page.keyboard.type(codeIn(await newestMailTo(page.request, email)));
  await press(button(accounts.code.goOn));

  await expect(heading).toHaveText(eligibility.form.title);
  await tabTo(page, page.getByLabel(eligibility.form.postcode));
  await page.keyboard.type("ZZ5 1AA");
  await press(button(eligibility.form.submit));
  // The age is missing: the summary has the focus or is next, and leads to the field.
  await expect(page).toHaveTitle(new RegExp(`^${words.site.errorPrefix.trim()}`));
  await press(page.getByRole("alert").getByRole("link").first());
  await expect(page.getByLabel(eligibility.form.age)).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.type("34");
  await page.keyboard.press("Enter");

  await expect(heading).toHaveText(t.ballot.knapsackTitle);
  // All of the ballot, so that no project lies under the meter: the first two boxes are ticked on the way.
  const boxes = page.locator("input[name=choice]");
  const cheap = boxes.and(page.locator("#p3, #p12"));
  for (let at = 0; at < (await boxes.count()); at++) {
    const box = boxes.nth(at);
    await tabTo(page, box);
    if ((await cheap.and(box).count()) > 0) {
      await page.keyboard.press("Space");
      await expect(box).toBeChecked();
    }
  }
  await expect(page.locator("input[name=choice]:checked")).toHaveCount(2);
  // And backwards again, where what comes into sight comes from above.
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press("Shift+Tab");
    await expectFocusSeen(page);
  }
  await press(button(t.ballot.check), "Space");

  await expect(heading).toHaveText(t.check.title);
  await press(button(t.check.cast));
  await expect(heading).toHaveText(t.receipt.title);
  await press(page.getByRole("link", { name: t.receipt.logLink }));
  await expect(heading).toHaveText(t.log.title);
});

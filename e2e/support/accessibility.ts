import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

/** WCAG 2.0 to 2.2 at levels A and AA, and axe's own best practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with each fault, the elements it concerns and where it is explained. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const faults = test.info().project.use.javaScriptEnabled === false ? await faultsOfCopy(page) : await faultsOf(page);
  expect(faults, `axe at ${page.url()}`).toEqual([]);
}

async function faultsOf(page: Page): Promise<string[]> {
  // Half the time: only what is wrong is written out, and in the page itself, as frames are all of this site.
  const axe = new AxeBuilder({ page }).options({ runOnly: { type: "tag", values: RULES }, resultTypes: ["violations"] }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, help, helpUrl, nodes }) =>
      `${id}: ${help} (${helpUrl})\n${nodes.map((node) => `    ${node.target.join(" ")}  ${node.html.slice(0, 160)}`).join("\n")}`,
  );
}

/** axe is a script: a page without any is shown once more where axe may run, and its own scripts still may not. */
async function faultsOfCopy(page: Page): Promise<string[]> {
  const html = (await page.content()).replaceAll(/<(\/?)noscript\b/gi, "<$1div");
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser");
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: page.viewportSize(), bypassCSP: true });
  try {
    const copy = await context.newPage();
    await copy.route("**/*", (route) => (route.request().resourceType() === "script" ? route.abort() : route.continue()));
    const address = page.url().startsWith("http") ? page.url() : "http://localhost/copy";
    await copy.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
    await copy.goto(address);
    return await faultsOf(copy);
  } finally {
    await context.close();
  }
}

/** No sideways scrolling of the page: the commonest fault on a phone. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.locator("html").evaluate((html) => [html.scrollWidth, html.clientWidth]);
  expect(content, `width of the content at ${page.url()}`).toBeLessThanOrEqual(window ?? 0);
}

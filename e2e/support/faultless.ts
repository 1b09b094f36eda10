import { expect, type Page } from "@playwright/test";
import { expectNoAxeViolations, expectNoSidewaysScroll } from "./accessibility.ts";

/** Watches a page from now on for what must never happen: something fetched from elsewhere, or a complaint on the console. */
export function watch(page: Page): { readonly expectQuiet: () => void } {
  const faults: string[] = [];
  const own = new URL(page.url() === "about:blank" ? (process.env["E2E_BASE_URL"] ?? "http://localhost") : page.url());
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "localhost" && hostname !== own.hostname) faults.push(`asked ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  return { expectQuiet: () => expect(faults).toEqual([]) };
}

/** What every page owes everybody: one heading, its language, a title of its own, nothing for axe to find, no sideways scroll at any width. */
export async function expectFaultless(page: Page, language: "en" | "cy"): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", language === "en" ? "en-GB" : "cy");
  await expect(page).toHaveTitle(/\S/);
  await expect(page.locator("[style]")).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText(/\[object Object\]|\bundefined\b|\bNaN\b/);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  const size = page.viewportSize();
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 640 });
    await expectNoSidewaysScroll(page);
  }
  if (size) await page.setViewportSize(size);
}

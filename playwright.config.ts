import { createHash } from "node:crypto";
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import type { JourneyOptions } from "./e2e/support/journey.ts";
import { findChromium } from "./testing/chromium.ts";

/** A copy that runs already, as of `npm run dev`; otherwise a fresh one is built, started and thrown away. */
const given = process.env["E2E_BASE_URL"];
const port = Number(process.env["E2E_PORT"] ?? portOfThisFolder());
const baseURL = given ?? `http://localhost:${String(port)}`;

const desktop = { viewport: { width: 1280, height: 800 } };
const mobile = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

const config: PlaywrightTestConfig<JourneyOptions> = {
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env["CI"] !== undefined,
  // Generous: a busy machine is not a fault of the page.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "line",
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Recording costs a third of the time: ask for it when a failure is to be understood.
    trace: process.env["E2E_TRACE"] === undefined ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: findChromium(),
  },
  projects: [
    { name: "desktop", use: { ...desktop, site: "en" } },
    { name: "mobile", use: { ...mobile, site: "en" } },
    { name: "welsh", use: { ...desktop, site: "cy", locale: "cy-GB" } },
    { name: "no-js", use: { ...mobile, site: "en", javaScriptEnabled: false } },
  ],
  ...(given === undefined && {
    webServer: {
      command: `"${process.execPath}" testing/throwaway-copy.ts`,
      env: { PORT: String(port), BASE_URL: baseURL },
      // Said once the demo is made and the pages answer.
      wait: { stdout: /Folkmoot is at/ },
      timeout: 900_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
      stdout: process.env["E2E_VERBOSE"] ? "pipe" : "ignore",
      stderr: "pipe",
    },
  }),
};

/** The same in all of one run's processes, another in another checkout. */
function portOfThisFolder(): number {
  return 20_000 + (createHash("sha256").update(import.meta.dirname).digest().readUInt16BE() % 10_000);
}

export default defineConfig<JourneyOptions>(config);

import { defineConfig } from "vitest/config";

const BROWSER_AND_BUILD = ["e2e/**", "node_modules/**", ".next/**", ".data/**"];

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", development: false } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure rules leave nothing behind: one file after another in the same worker loads each rule once.
          isolate: false,
          maxWorkers: 2,
          // React as residents get it: its other build takes a stack trace of every element.
          env: { NODE_ENV: "production" },
          // A slow machine is no fault of the code; nothing here asserts a time.
          testTimeout: 60_000,
          globalSetup: ["testing/build-assets.ts"],
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...BROWSER_AND_BUILD, "**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          // Each file has a database of its own; the code is loaded once. What the code remembers goes by ids, which no two files share.
          isolate: false,
          maxWorkers: 2,
          include: ["**/*.db.test.ts"],
          exclude: BROWSER_AND_BUILD,
          globalSetup: ["testing/build-assets.ts", "testing/database-cluster.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: {
            FOLKMOOT_SECRET: "a secret of the tests, and of nothing else",
            PROGRAMS_SECRET: "a secret between the programs of the tests",
            ISSUER_SECRET: "a secret of the issuer of the tests alone",
            BOX_SECRET: "a secret of the ballot box of the tests alone",
            COUNTER_SECRET: "a secret of the counter of the tests alone",
            BASE_URL: "http://localhost:3000",
          },
        },
      },
    ],
  },
});

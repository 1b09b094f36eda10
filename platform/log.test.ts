import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { faultToLog } from "./log.ts";

test("a failed query is logged without its values, the database's details or anybody's address", () => {
  const told = Object.assign(new Error("duplicate key value"), { code: "23505", detail: "Key (lower(email))=(ann@example.com) already exists." });
  const logged = JSON.stringify(faultToLog(new DrizzleQueryError("insert into people values ($1, $2)", ["ann@example.com", "Ann"], told)));
  expect(logged).toContain("insert into people values ($1, $2)");
  expect(logged).toContain("23505");
  expect(logged).not.toMatch(/ann/i);
  expect(JSON.stringify(faultToLog(new Error("550 no such mailbox <ann@example.com>")))).not.toMatch(/ann@/);
});

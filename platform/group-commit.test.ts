import { expect, test } from "vitest";
import { GroupCommit } from "./group-commit.ts";

const settled = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function recorder(options: { readonly mostTogether?: number; readonly mostStatements?: number } = {}) {
  const statements: string[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  const commits = new GroupCommit<string, string>({
    mostTogether: options.mostTogether ?? 3,
    mostStatements: options.mostStatements ?? 1,
    keyOf: (item) => item[0] ?? "",
    async write(group, items) {
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      statements.push(`${group}:${items.join(",")}`);
      await settled(5);
      underWay -= 1;
      if (items.includes("x!")) throw new Error("refused");
      return items.map((item) => `${item} done`);
    },
  });
  return { commits, statements, mostUnderWay: () => mostUnderWay };
}

test("what comes together goes in one statement, each with its own outcome", async () => {
  const { commits, statements } = recorder();
  expect(await Promise.all(["a1", "b1", "c1"].map((item) => commits.write("poll", item)))).toEqual(["a1 done", "b1 done", "c1 done"]);
  expect(statements).toEqual(["poll:a1,b1,c1"]);
});

test("two of one key, and more than fit, wait for the next statement", async () => {
  const { commits, statements, mostUnderWay } = recorder();
  expect(await Promise.all(["a1", "a2", "b1", "c1", "d1", "a3"].map((item) => commits.write("poll", item)))).toHaveLength(6);
  expect(statements).toEqual(["poll:a1,b1,c1", "poll:a2,d1", "poll:a3"]);
  expect(mostUnderWay()).toBe(1);
});

test("groups do not wait for each other", async () => {
  const { commits, mostUnderWay } = recorder();
  await Promise.all([commits.write("one", "a1"), commits.write("other", "a1")]);
  expect(mostUnderWay()).toBe(2);
});

test("a statement that fails is told to those that were in it, and the queue goes on", async () => {
  const { commits } = recorder({ mostTogether: 2 });
  const outcomes = await Promise.allSettled(["a1", "x!", "b1"].map((item) => commits.write("poll", item)));
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
});

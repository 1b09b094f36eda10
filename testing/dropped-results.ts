/**
 * A command says no through its Result: whoever calls it and looks away has lost the answer. `npm run results` finds every call whose
 * Result nobody looks at, by asking TypeScript 7 for the type of each call that is a statement of its own.
 */
import path from "node:path";
import { isAwaitExpression, isCallExpression, isExpressionStatement } from "typescript-7/unstable/ast/is";
import type { Expression, Node, SourceFile } from "typescript-7/unstable/ast";
import { API, TypeFlags, type Type } from "typescript-7/unstable/sync";

/** Tests may make something ready by a command and see only later, in what they look at, whether it was. */
const IS_TEST = /\.test\.tsx?$|\/(testing|e2e)\//;

/** The places, as `file:line`, of calls whose Result is dropped, in the program of a `tsconfig.json` given by its whole path. */
export function droppedResults(config: string): string[] {
  const root = path.dirname(config);
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProjects: [config] }).getProjects();
    if (!project) throw new Error(`No program at ${config}`);
    const { program, checker } = project;
    const isResult = (type: Type | undefined): boolean => {
      if (!type || (type.flags & TypeFlags.Union) === 0 || !type.isUnionType()) return false;
      const parts = type.getTypes();
      return (
        parts.every((part) => checker.getPropertyOfType(part, "ok")) &&
        parts.some((part) => {
          const error = checker.getPropertyOfType(part, "error");
          const errorType = error && checker.getTypeOfSymbol(error);
          return errorType !== undefined && (errorType.flags & TypeFlags.Never) === 0;
        })
      );
    };
    return program
      .getSourceFileNames()
      .filter((name) => name.startsWith(`${root}/`) && !name.includes("/node_modules/") && !IS_TEST.test(name))
      .flatMap((name) => {
        const file = program.getSourceFile(name);
        const calls = file ? callsAlone(file) : [];
        if (!file || calls.length === 0) return [];
        const types = checker.getTypeAtLocation(calls);
        return calls.filter((_, at) => isResult(types[at])).map((call) => `${path.relative(root, name)}:${String(file.text.slice(0, call.end).split("\n").length)}`);
      });
  } finally {
    api.close();
  }
}

function callsAlone(file: SourceFile): Expression[] {
  const calls: Expression[] = [];
  const visit = (node: Node): void => {
    if (isExpressionStatement(node) && (isCallExpression(node.expression) || isAwaitExpression(node.expression))) calls.push(node.expression);
    node.forEachChild(visit);
  };
  visit(file);
  return calls;
}

if (import.meta.main) {
  const dropped = droppedResults(path.join(path.dirname(import.meta.dirname), "tsconfig.json"));
  for (const place of dropped) console.error(`${place}  This answers with a Result that nobody looks at.`);
  process.exitCode = dropped.length === 0 ? 0 : 1;
}

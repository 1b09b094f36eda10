import { ESLintUtils } from "@typescript-eslint/utils";

/** A command says no through its Result: whoever calls it and looks away has lost the answer. */
const noDroppedResult = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: "problem",
    schema: [],
    messages: { dropped: "This answers with a Result that nobody looks at." },
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();
    return {
      ExpressionStatement(node) {
        const { expression } = node;
        if (expression.type !== "CallExpression" && expression.type !== "AwaitExpression") return;
        if (isResult(services.getTypeAtLocation(expression), checker)) context.report({ node, messageId: "dropped" });
      },
    };
  },
});

/** A union told apart by `ok`, one side of which has an `error` that can occur. */
function isResult(type, checker) {
  if (!type.isUnion() || !type.types.every((part) => part.getProperty("ok"))) return false;
  return type.types.some((part) => {
    const error = part.getProperty("error");
    return error !== undefined && (checker.getTypeOfSymbol(error).flags & NEVER) === 0;
  });
}

/** TypeFlags.Never, written out so that TypeScript itself need not be loaded for it. */
const NEVER = 262_144;

export const houseRules = { rules: { "no-dropped-result": noDroppedResult } };

/** Places in the syntax, each by a selector (https://eslint.org/docs/latest/extend/selectors), that are forbidden, and why. */
const restrictedSyntax = {
  meta: {
    type: "problem",
    schema: [
      {
        type: "object",
        properties: { forbidden: { type: "array", items: { type: "object", properties: { selector: { type: "string" }, message: { type: "string" } }, required: ["selector", "message"], additionalProperties: false } } },
        required: ["forbidden"],
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const [{ forbidden }] = context.options;
    return Object.fromEntries(forbidden.map(({ selector, message }) => [selector, (node) => context.report({ node, message })]));
  },
};

export default { meta: { name: "house" }, rules: { "restricted-syntax": restrictedSyntax } };

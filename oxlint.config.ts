import { defineConfig, type OxlintConfig } from "oxlint";

const NODE_SCRIPTS = ["./*.{js,mjs,ts}", "start/**", "build/**", "testing/**", "bench/**", "count/**", "e2e/**", "**/*.mjs"];
const TESTS = ["**/*.test.{ts,tsx}", "testing/**", "e2e/**"];
const forbidden = (selector: string, message: string) => ({ selector, message });
type Forbidden = ReturnType<typeof forbidden>;
type Rules = NonNullable<OxlintConfig["rules"]>;

/** What answers a pointer, a key or the focus. */
const HANDLERS = [
  ...["onFocus", "onBlur", "onKeyDown", "onKeyPress", "onKeyUp", "onClick", "onContextMenu", "onDblClick", "onDoubleClick"],
  ...["onDrag", "onDragEnd", "onDragEnter", "onDragExit", "onDragLeave", "onDragOver", "onDragStart", "onDrop"],
  ...["onMouseDown", "onMouseEnter", "onMouseLeave", "onMouseMove", "onMouseOut", "onMouseOver", "onMouseUp"],
];

const READS_CLOCK = [
  forbidden("CallExpression[callee.object.name='Date'][callee.property.name='now']", "Time is a parameter: take `now` (platform/clock.ts reads it)."),
  forbidden("NewExpression[callee.name='Date'][arguments.length=0]", "Time is a parameter: take `now` (platform/clock.ts reads it)."),
];
const READS_CHANCE = [
  forbidden("CallExpression[callee.object.name='Math'][callee.property.name='random']", "Chance is a parameter: take a seed (platform/random.ts draws it)."),
];
const FORMATS = [
  forbidden("MemberExpression[object.name='Intl']", "Dates, numbers and money are formatted by i18n/format.ts alone."),
  forbidden("CallExpression[callee.property.name=/^toLocale/]", "Dates, numbers and money are formatted by i18n/format.ts alone."),
];
const ENVIRONMENT = [
  forbidden("MemberExpression[object.name='process'][property.name='env']", "Only platform/env.ts reads the environment."),
];
const DEFAULT_EXPORT = [forbidden("ExportDefaultDeclaration", "Named exports: one name everywhere.")];
/** Drizzle's "Failed query" is a fault as well: a misspelt column would pass for the refusal that is meant. */
const ANY_FAULT = [
  forbidden("CallExpression[arguments.length=0][callee.property.name='toThrow']:not([callee.object.property.name='not'])", "Say which fault: its words, or `expect(await refusalOf(…))` of testing/refusal.ts for what the database refuses."),
];
const MOCKED_MODULE = [
  forbidden("CallExpression[callee.object.name='vi'][callee.property.name=/^(doMock|mock)$/]", "Test files share what is loaded: a module that another file loaded first stays as it is. Hand the other thing in."),
];
const RAW_HTML = [forbidden("JSXAttribute[name.name='dangerouslySetInnerHTML']", "No HTML path: text is parsed to a tree and rendered as nodes.")];

const everywhere = [...READS_CHANCE, ...FORMATS, ...ENVIRONMENT, ...DEFAULT_EXPORT, ...RAW_HTML];
const restrict = (...rules: Forbidden[]): Rules => ({ "house/restricted-syntax": ["error", { forbidden: rules }] });
const without = (...dropped: Forbidden[]): Rules => restrict(...everywhere.filter((rule) => !dropped.includes(rule)));

/** Rules that read the types run in the checker of TypeScript 7 (`oxlint --type-aware`). */
export default defineConfig({
  plugins: ["typescript", "jsx-a11y"],
  jsPlugins: [{ name: "house", specifier: "./testing/lint/restricted-syntax.js" }],
  // Every rule is named: what a newer version thinks good is not ours before we have read it.
  categories: { correctness: "off" },
  ignorePatterns: ["node_modules/", "**/.next/", ".data/", ".cache/", "public/assets/", "test-results/", "playwright-report/", "next-env.d.ts", "db/migrations/"],
  overrides: [
    {
      files: ["**/*.{ts,tsx}"],
      rules: {
        "no-var": "error",
        "prefer-const": "error",
        "prefer-rest-params": "error",
        "prefer-spread": "error",
        eqeqeq: ["error", "always", { null: "ignore" }],
        "no-console": "error",
        "no-array-constructor": "error",
        "no-unused-expressions": "error",
        "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
        "no-useless-constructor": "error",
        "typescript/ban-ts-comment": ["error", { minimumDescriptionLength: 10 }],
        "typescript/no-duplicate-enum-values": "error",
        "typescript/no-dynamic-delete": "error",
        "typescript/no-empty-object-type": "error",
        "typescript/no-explicit-any": "error",
        "typescript/no-extra-non-null-assertion": "error",
        "typescript/no-extraneous-class": "error",
        "typescript/no-invalid-void-type": "error",
        "typescript/no-misused-new": "error",
        "typescript/no-namespace": "error",
        "typescript/no-non-null-asserted-nullish-coalescing": "error",
        "typescript/no-non-null-asserted-optional-chain": "error",
        "typescript/no-non-null-assertion": "error",
        "typescript/no-require-imports": "error",
        "typescript/no-this-alias": "error",
        "typescript/no-unnecessary-type-constraint": "error",
        "typescript/no-unsafe-declaration-merging": "error",
        "typescript/no-unsafe-function-type": "error",
        "typescript/no-wrapper-object-types": "error",
        "typescript/prefer-as-const": "error",
        "typescript/prefer-literal-enum-member": "error",
        "typescript/prefer-namespace-keyword": "error",
        "typescript/triple-slash-reference": "error",
        "typescript/unified-signatures": "error",
        "typescript/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
        "typescript/no-floating-promises": "error",
        "typescript/no-misused-promises": ["error", { checksVoidReturn: false }],
        "typescript/await-thenable": "error",
        "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
        "typescript/only-throw-error": "error",
        ...restrict(...everywhere),
      },
    },
    {
      files: ["**/*.tsx"],
      rules: {
        "jsx-a11y/alt-text": "error",
        "jsx-a11y/anchor-has-content": "error",
        "jsx-a11y/anchor-is-valid": "error",
        "jsx-a11y/aria-activedescendant-has-tabindex": "error",
        "jsx-a11y/aria-props": "error",
        "jsx-a11y/aria-proptypes": "error",
        "jsx-a11y/aria-role": "error",
        "jsx-a11y/aria-unsupported-elements": "error",
        "jsx-a11y/autocomplete-valid": "error",
        "jsx-a11y/click-events-have-key-events": "error",
        "jsx-a11y/heading-has-content": "error",
        "jsx-a11y/html-has-lang": "error",
        "jsx-a11y/iframe-has-title": "error",
        "jsx-a11y/img-redundant-alt": "error",
        "jsx-a11y/interactive-supports-focus": ["error", { tabbable: ["button", "checkbox", "link", "progressbar", "searchbox", "slider", "spinbutton", "switch", "textbox"] }],
        "jsx-a11y/label-has-associated-control": "error",
        "jsx-a11y/media-has-caption": "error",
        "jsx-a11y/mouse-events-have-key-events": "error",
        "jsx-a11y/no-access-key": "error",
        "jsx-a11y/no-autofocus": "error",
        "jsx-a11y/no-distracting-elements": "error",
        "jsx-a11y/no-interactive-element-to-noninteractive-role": "error",
        "jsx-a11y/no-noninteractive-element-interactions": ["error", { body: ["onError", "onLoad"], iframe: ["onError", "onLoad"], img: ["onError", "onLoad"] }],
        "jsx-a11y/no-noninteractive-element-to-interactive-role": "error",
        "jsx-a11y/no-noninteractive-tabindex": "error",
        "jsx-a11y/no-redundant-roles": "error",
        "jsx-a11y/no-static-element-interactions": ["error", { handlers: HANDLERS }],
        "jsx-a11y/role-has-required-aria-props": "error",
        "jsx-a11y/role-supports-aria-props": "error",
        "jsx-a11y/scope": "error",
        "jsx-a11y/tabindex-no-positive": "error",
      },
    },
    // The one place to take the focus at once, as the GOV.UK Design System has it: what went wrong is read first.
    { files: ["components/forms/error-summary.tsx"], rules: { "jsx-a11y/no-autofocus": "off" } },
    { files: ["domain/**", "features/**", "components/**", "app/**"], excludeFiles: TESTS, rules: restrict(...everywhere, ...READS_CLOCK) },
    // Beside the formatter: arithmetic of the time zone, and what the browser itself writes.
    { files: ["i18n/format.ts", "i18n/plural.ts", "domain/basics/london-time.ts", "components/scripts/**"], rules: without(...FORMATS) },
    { files: ["app/**/{layout,not-found,global-not-found,error,global-error,robots,sitemap}.{ts,tsx}"], rules: restrict(...everywhere.filter((rule) => !DEFAULT_EXPORT.includes(rule)), ...READS_CLOCK) },
    { files: ["platform/random.ts"], rules: without(...READS_CHANCE) },
    // next-auth finds its own address nowhere but there.
    { files: ["platform/env.ts", "db/url.ts", "features/accounts/auth.ts"], rules: without(...ENVIRONMENT) },
    // Loaded by Next outside the bundle, at the build too, when no environment is there to be checked whole.
    { files: ["platform/page-cache/pages.ts"], rules: without(...ENVIRONMENT) },
    // The form Next asks for.
    { files: ["platform/page-cache/handler.ts"], rules: without(...DEFAULT_EXPORT) },
    // A page element puts data no person typed into its head: see there.
    { files: ["platform/plain-page/**"], rules: without(...RAW_HTML) },
    // Counts run over arrays indexed by project and ballot number, where every index is one the loop made.
    { files: ["domain/voting/counting/**", "domain/voting/results/**"], rules: { "typescript/no-non-null-assertion": "off" } },
    { files: TESTS, rules: { ...restrict(...everywhere.filter((rule) => !FORMATS.includes(rule)), ...ANY_FAULT, ...MOCKED_MODULE), "typescript/no-non-null-assertion": "off" } },
    {
      files: [...NODE_SCRIPTS, "worker/**", "{issuer,ballot-box,counter}/**", "seed/**", "db/migrate.ts", "verifier/**"],
      rules: { "no-console": "off", ...without(...ENVIRONMENT, ...DEFAULT_EXPORT, ...FORMATS) },
    },
  ],
});

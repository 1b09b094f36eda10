import jsxA11y from "eslint-plugin-jsx-a11y";
import tseslint from "typescript-eslint";
import { houseRules } from "./testing/lint/house-rules.js";

const NODE_SCRIPTS = ["*.{js,mjs,ts}", "start/**", "build/**", "testing/**", "bench/**", "count/**", "e2e/**", "**/*.mjs"];
const TESTS = ["**/*.test.{ts,tsx}", "testing/**", "e2e/**"];
const forbidden = (selector, message) => ({ selector, message });

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
const RAW_HTML = [forbidden("JSXAttribute[name.name='dangerouslySetInnerHTML']", "No HTML path: text is parsed to a tree and rendered as nodes.")];

const everywhere = [...READS_CHANCE, ...FORMATS, ...ENVIRONMENT, ...DEFAULT_EXPORT, ...RAW_HTML];
const restrict = (...rules) => ({ "no-restricted-syntax": ["error", ...rules] });
const without = (...dropped) => restrict(...everywhere.filter((rule) => !dropped.includes(rule)));

export default tseslint.config(
  { ignores: ["node_modules/", "**/.next/", ".data/", ".cache/", "public/assets/", "test-results/", "playwright-report/", "next-env.d.ts", "db/migrations/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { project: "./tsconfig.json", lib: [], tsconfigRootDir: import.meta.dirname } },
    plugins: { house: houseRules },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "house/no-dropped-result": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      ...restrict(...everywhere),
    },
  },
  { ...jsxA11y.flatConfigs.strict, files: ["**/*.tsx"] },
  // The one place to take the focus at once, as the GOV.UK Design System has it: what went wrong is read first.
  { files: ["components/forms/error-summary.tsx"], rules: { "jsx-a11y/no-autofocus": "off" } },
  { files: ["domain/**"], ignores: TESTS, rules: restrict(...everywhere, ...READS_CLOCK) },
  { files: ["features/**", "components/**", "app/**"], ignores: TESTS, rules: restrict(...everywhere, ...READS_CLOCK) },
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
  { files: ["domain/voting/counting/**", "domain/voting/results/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  {
    files: TESTS,
    rules: { ...without(...FORMATS), "@typescript-eslint/no-non-null-assertion": "off", "house/no-dropped-result": "off" },
  },
  {
    files: [...NODE_SCRIPTS, "worker/**", "{issuer,ballot-box,counter}/**", "seed/**", "db/migrate.ts", "verifier/**"],
    rules: { "no-console": "off", ...without(...ENVIRONMENT, ...DEFAULT_EXPORT, ...FORMATS) },
  },
);

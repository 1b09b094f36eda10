/**
 * The import law: which room may import which. Run by `npm run laws`; the picture stands in ARCHITECTURE.md.
 * One rule a line with its reason; the neighbours of a context come from contexts.config.js.
 */
import { CONTEXTS } from "./contexts.config.js";

const TEST = "\\.(test|spec)\\.tsx?$";
const DOMAIN_LIBRARIES = "node_modules/(zod|@noble/hashes|@noble/curves|@cloudflare/blindrsa-ts)/";
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** What a page may reach of a feature; everything else of it is for the feature itself. */
const FRONT_DOORS =
  "(/ui/|/(actions|queries|input|brand-sheet)\\.tsx?$|^features/accounts/(auth|session)\\.ts$|^features/voting/assisted/voter-session\\.ts$|^features/councils/(public-scope|actor-scope|respond)\\.tsx?$)";

/** The same map of allowed neighbours, applied to each room that is divided by context. */
const contextRules = (room) =>
  Object.entries(CONTEXTS)
    .map(([context, allowed]) =>
      forbid(
        `${room.replaceAll("/", "-")}-${context}`,
        `${room}/${context} may import only: ${[context, ...allowed].join(", ")} (contexts.config.js)`,
        { path: `^${room}/${context}(/|\\.ts$)`, pathNot: TEST },
        { path: `^${room}/`, pathNot: `^${room}/(${["basics", "policy", "platform", context, ...allowed].join("|")})(/|\\.ts$)` },
      ),
    );

export default {
  forbidden: [
    forbid("no-cycles", "Break the loop: move the shared rule down a room.", {}, { circular: true }),
    forbid("unresolvable", "Import does not resolve.", {}, { couldNotResolve: true }),
    forbid("domain-is-pure", "domain/ imports only domain/ and the listed pure libraries.",
      { path: "^domain/", pathNot: TEST }, { pathNot: `^domain/|${DOMAIN_LIBRARIES}` }),
    forbid("policy-is-the-roof-of-domain", "No rule may depend on who is asking.",
      { path: "^domain/(?!policy/)", pathNot: TEST }, { path: "^domain/policy/" }),
    forbid("db-knows-only-domain", "db/ is tables and connection; no use-cases.",
      { path: "^db/", pathNot: TEST }, { pathNot: "^(db|domain)/|node_modules/(drizzle-orm|postgres)/", dependencyTypesNot: ["core"] }),
    forbid("platform-is-below-features", "platform/ would be the same in another product.",
      { path: "^platform/" }, { path: "^(features|components|app|worker|seed|start|verifier)/" }),
    forbid("platform-knows-no-civic-noun", "Of the domain platform/ knows basics, the words of policy and the council's scope; of the tables its own.",
      { path: "^platform/", pathNot: TEST },
      { path: "^(domain|db/schema)/", pathNot: "^domain/(basics|policy)/|^domain/councils/(scope|actor)\\.ts$|^db/schema/platform\\.ts$" }),
    forbid("components-are-domain-agnostic", "components/ shows; it never fetches or decides.",
      { path: "^components/", pathNot: TEST }, { path: "^(features|app|db|platform|worker|seed|start|verifier)/" }),
    forbid("i18n-knows-no-feature", "Words and formats stand below everything that is shown.",
      { path: "^i18n/", pathNot: TEST }, { pathNot: "^(i18n|domain)/" }),
    forbid("db-has-one-door", "Only queries, commands and jobs of a feature (and platform, worker, seed, start, testing) touch db/.",
      { path: "^(app|components|verifier|e2e|i18n)/|^features/.+/(actions|input|notices|dataset)\\.ts$|^features/.+/ui/", pathNot: TEST },
      { path: "^db/" }),
    forbid("ui-takes-props", "ui/ may import ui/, actions.ts and input.ts of features, and types; it asks no database.",
      { path: "^features/.+/ui/", pathNot: TEST },
      { path: "^features/", pathNot: "(/ui/|/actions\\.ts$|/input\\.ts$)", dependencyTypesNot: ["type-only"] }),
    forbid("ui-has-no-platform", "ui/ reaches the outside world only through a page.",
      { path: "^features/.+/ui/", pathNot: TEST }, { path: "^platform/", dependencyTypesNot: ["type-only"] }),
    forbid("pages-use-the-front-doors", "Pages read by queries.ts, write by actions.ts, show ui/; commands are not for pages.",
      { path: "^app/", pathNot: TEST },
      { path: "^features/", pathNot: FRONT_DOORS }),
    forbid("nobody-imports-app", "Routes are leaves.", { pathNot: `^app/|${TEST}` }, { path: "^app/" }),
    forbid("ballot-secrecy", "The anonymous side of voting must not reach identity, even through a third file.",
      { path: "^(features|db/schema)/voting/ballot-box", pathNot: TEST },
      { path: "^features/(accounts|eligibility|councils/actor-scope)|^db/schema/(accounts|eligibility)|node_modules/next-auth/", reachable: true }),
    forbid("verifier-stands-alone", "The verifier shares nothing with the server it checks but the published rules; beside Node it uses one library, as a second opinion.",
      { path: "^verifier/", pathNot: TEST },
      { pathNot: "^verifier/|^domain/(basics|voting)/|node_modules/@noble/(curves|hashes)/", dependencyTypesNot: ["core"] }),
    forbid("verifier-reaches-no-server", "Not even through a third file.",
      { path: "^verifier/" }, { path: "^(db|platform|features)/|node_modules/(next|drizzle-orm|postgres)/", reachable: true }),
    forbid("tests-are-leaves", "Production code imports no test support.",
      { path: "^(domain|db|platform|features|components|app|worker|verifier|i18n|seed|start|build)/", pathNot: TEST },
      { path: `^(testing|e2e)/|${TEST}` }),
    ...["domain", "db/schema", "features"].flatMap(contextRules),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true, // type-only imports count
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.cache|\\.data|public)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types", "default"] },
    cache: { folder: ".cache/dependency-cruiser", strategy: "content" },
  },
};

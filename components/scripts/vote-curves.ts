/** Ed25519 and X25519 in plain script, for browsers whose WebCrypto has neither. Fetched by the ballot's script only there. */
import { nobleCurves } from "#domain/voting/ballot-box/noble-curves.ts";
import type {} from "./vote/curves.ts";

window.folkmootCurves = nobleCurves;

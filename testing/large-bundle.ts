/** Writes the bundle of a large synthetic election: `node testing/large-bundle.ts VOTERS FOLDER`. To see how long the verifier takes. */
import { makeElection, USUAL_PLAN } from "./elections/synthetic-election.ts";
import { draftOf, writeFolder, writeTexts } from "./elections/write-bundle.ts";

const [voters = "", folder = ""] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(voters) || folder === "") throw new Error("usage: node testing/large-bundle.ts VOTERS FOLDER");
const election = await makeElection({ ...USUAL_PLAN, seed: `large ${voters}`, voters: Number(voters), options: 20, maxChoices: 10, changing: 0, papers: 1_000, telephone: 50, batchSize: 50 });
writeFolder(folder, await writeTexts(draftOf(election)));

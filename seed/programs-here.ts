import { apart } from "#db/client.ts";
import { answerBox } from "#features/voting/ballot-box/answer-box.ts";
import { answerCounter } from "#features/voting/counting-keys/answer-counter.ts";
import { answerIssuer, type IssuerParts } from "#features/voting/credentials/answer-issuer.ts";
import { answerHere } from "#platform/programs/ask-program.ts";

/** Lets issuer, box and counter answer in this very process, which then holds every role: for seeds, and for tests. */
export function runProgramsHere(parts: IssuerParts = {}): void {
  for (const [program, answer] of [["issuer", answerIssuer(parts)], ["box", answerBox], ["counter", answerCounter]] as const) answerHere(program, (asked) => apart(() => answer(asked)));
}

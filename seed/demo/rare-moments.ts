import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { publicScope } from "#features/councils/public-scope.ts";
import { decideAmendment } from "#features/involvement/amendments/decide-amendment.ts";
import { proposeAmendment } from "#features/involvement/amendments/propose-amendment.ts";
import { holdKey } from "#features/involvement/approval/hold-key.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { issueByEmail } from "#features/voting/credentials/issue-by-email.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { findCircle, readStanding } from "#features/voting/key-holders/queries.ts";
import { showCode, useCode } from "#features/voting/key-holders/use-code.ts";
import { getPoll } from "#features/voting/polls/queries.ts";
import { STYLE } from "#features/voting/polls/make-poll-keys.ts";
import { askAgain } from "#features/voting/reissues/ask-again.ts";
import { confirmAnswer } from "#features/voting/reissues/confirm-answer.ts";
import { proposeAnswer } from "#features/voting/reissues/propose-answer.ts";
import { listReissues } from "#features/voting/reissues/queries.ts";
import { randomId } from "#platform/random.ts";
import { sha256 } from "#platform/keys.ts";
import { done } from "#seed/done.ts";

const text = (en: string, cy: string): BilingualText => ({ en, cy });

/** A rule of a running vote is changed by two people, and another change waits for the second. */
export async function amendRules(author: ActorScope, approver: ActorScope, engagementId: string, laterClose: Date): Promise<void> {
  const made = randomId();
  await done(
    proposeAmendment(author, {
      engagementId,
      once: made,
      words: text("Paper ballots can also be handed in at Fellside Village Hall.", "Gellir hefyd gyflwyno papurau pleidleisio yn Neuadd Bentref Fellside."),
      reason: text("The library at Fellside is shut for repairs until January.", "Mae’r llyfrgell yn Fellside ar gau am waith trwsio tan fis Ionawr."),
      closesAt: null,
    }),
  );
  await done(decideAmendment(approver, { engagementId, amendmentId: made, answer: "make" }));
  await done(
    proposeAmendment(author, {
      engagementId,
      once: randomId(),
      words: text("Voting closes one day later.", "Mae’r bleidlais yn cau ddiwrnod yn ddiweddarach."),
      reason: text("The site was down for two hours on Sunday.", "Roedd y wefan i lawr am ddwy awr ddydd Sul."),
      closesAt: laterClose,
    }),
  );
}

/** Two voters lost the key of a ballot they never cast: two officers let the one begin again, and one has proposed an answer to the other. */
export async function loseKeys(first: ActorScope, second: ActorScope, vote: { readonly engagementId: string; readonly slug: string; readonly district: string }): Promise<void> {
  const { programme, texts } = await getVoteForOfficers(first, vote.engagementId);
  const { pollId } = defined(programme.pots[0], "pot");
  await loseKey(first, pollId, vote.district, "lost-one", "My phone fell into the canal before I pressed Cast.");
  const asked = await theUndecided(first, pollId);
  await done(proposeAnswer(first, asked, { answer: "reissue", reason: "You told us at the library what happened." }));
  await done(confirmAnswer(second, asked, { agrees: true, vote: { title: texts.title, address: `votes/${vote.slug}/start` } }));
  await loseKey(first, pollId, vote.district, "lost-two", "I used my son’s computer, and he cleared it.");
  await done(proposeAnswer(first, await theUndecided(first, pollId), { answer: "reissue", reason: "You came to the help desk with your son." }));
}

async function loseKey(officer: ActorScope, pollId: string, district: string, name: string, story: string): Promise<void> {
  const { electorateId } = await getPoll(officer, pollId);
  const { token } = await issueByEmail(officer, { polls: [{ pollId, electorateId }], email: `${name}@${district.toLowerCase()}.example`, age: 41, postcode: `${district}1AA` });
  const pass = defined(token, "pass");
  const lost = sha256("folkmoot/demo-lost-key/v1", Buffer.from(name));
  await rawClient()`select issue_ballot(${passHash(pass, pollId)}, ${pollId}, ${STYLE}, ${lost}, 'online')`;
  const anybody = await publicScope({ locale: "en", council: officer.council.slug });
  await done(askAgain(anybody, pass, { pollId, story, email: null }));
}

async function theUndecided(officer: ActorScope, pollId: string) {
  const asked = (await listReissues(officer, [pollId])).find(({ state }) => state === "asked");
  return { id: defined(asked, "request").id, pollIds: [pollId] };
}

/** Three people are to hold the count key of a draft; the first has written their code down and typed it back. */
export async function nameKeyHolders(returning: ActorScope, engagementId: string): Promise<void> {
  const domain = `${returning.council.slug}.example`;
  await done(
    holdKey(returning, {
      engagementId,
      people: [
        { name: returning.actor.name, email: `returning@${domain}` },
        { name: "Carys Beddoe", email: `admin@${domain}` },
        { name: "Rhian Mostyn, Citizens Advice", email: "rhian.mostyn@advice.example" },
      ],
    }),
  );
  const circle = defined(await findCircle(returning, engagementId), "circle");
  const holder = defined(circle.holders[0], "holder");
  const anybody = await publicScope({ locale: "en", council: returning.council.slug });
  const page = { circleId: circle.id, subjectId: engagementId, holder, standing: await readStanding(circle.id), step: "show" } as const;
  await done(useCode(anybody, page, "confirm", await done(showCode(anybody, page))));
}

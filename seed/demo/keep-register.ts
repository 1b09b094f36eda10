import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { findPersonalHints } from "#domain/consultations/publishing/personal-hints.ts";
import { findWords } from "#domain/consultations/publishing/cut-words.ts";
import type { Answers } from "#domain/consultations/answer.ts";
import { LETTER_CODE } from "#domain/consultations/response.ts";
import type { KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { correctResponse } from "#features/consultations/corrections/correct-response.ts";
import { standingOf } from "#features/consultations/corrections/queries.ts";
import { keyPaper } from "#features/consultations/paper-entry/key-paper.ts";
import { openBatch } from "#features/consultations/paper-entry/open-batch.ts";
import { listBatches } from "#features/consultations/paper-entry/queries.ts";
import { decidePublication } from "#features/consultations/publishing/decide-publication.ts";
import { enterResponse, type EnterResponseInput } from "#features/consultations/register/enter-response.ts";
import { getRegistered, listRegister } from "#features/consultations/register/queries.ts";
import type { ConsultationToEnter } from "#features/consultations/register/tell-received.ts";
import { readResponse } from "#features/consultations/register/read-response.ts";
import { judgeSign } from "#features/consultations/signs/judge-sign.ts";
import { listSigns } from "#features/consultations/signs/queries.ts";
import { searchSigns } from "#features/consultations/signs/search-signs.ts";
import { systemScope } from "#features/councils/system-scope.ts";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { getEngagement } from "#features/involvement/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { WRITERS } from "./library-hours.ts";
import { done } from "../done.ts";

interface Hands {
  readonly author: ActorScope;
  readonly approver: ActorScope;
  /** Writes in papers as the second person. */
  readonly admin: ActorScope;
}

const paper = (answers: KeyedPaper["answers"], more: Partial<KeyedPaper> = {}): KeyedPaper => ({ respondent: "person", organisationName: "", language: "en", publishConsent: "yes", answers, ...more });

/** What came to the library's consultation by post and by mail: of people, and of an organisation in Welsh. */
const LETTERS: readonly (Pick<EnterResponseInput, "channel" | "paper" | "contact"> & { readonly daysAgo: number })[] = [
  {
    channel: "letter",
    daysAgo: 9,
    paper: paper({ [LETTER_CODE]: { text: "My name is Rhian Hughes and I have used the library for forty years.\nI live at 14 Quay Road and cannot come on weekday mornings. Mrs Bowen at the desk is very kind.\nA late evening would help me, and a seat by the door. Ring me on 01632 960 144." }, late: { choice: "strongly-agree" } }),
    contact: { name: "Rhian Hughes", email: "", address: "14 Quay Road\nMillbrook\nZZ5 1AA", tellResults: true },
  },
  {
    channel: "e-mail",
    daysAgo: 4,
    paper: paper({ [LETTER_CODE]: { text: "Mae ein haelodau’n dysgu Cymraeg gyda’r nos. Byddai noson hwyr yn y llyfrgell yn rhoi lle i ni gwrdd." } }, { language: "cy", respondent: "organisation", organisationName: "Dysgwyr Millbrook" }),
    contact: { name: "Dysgwyr Millbrook", email: "dysgwyr@example.org", address: "", tellResults: true },
  },
  { channel: "letter", daysAgo: 0, paper: paper({ [LETTER_CODE]: { text: "I could not come to the meeting. Please think of those of us who have no car." } }, { publishConsent: "not-asked" }), contact: { name: "J. Adeyemi", email: "", address: "3 Weavers Court\nMillbrook", tellResults: false } },
];

/** Fills the register of the library's consultation after its close, judges a campaign and publishes some answers. */
export async function keepLibraryRegister({ author, approver, admin }: Hands): Promise<void> {
  const { id: engagementId, title } = await getEngagement(author, "library-opening-hours");
  const { consultation } = await getConsultationForOfficers(author, engagementId);
  const at = { consultationId: consultation.id, engagementId, title };
  const today = londonDay(now());
  for (const { daysAgo, ...letter } of LETTERS) await done(enterResponse(author, at, { once: randomId(), receivedOn: addDays(today, -daysAgo), ...letter }));
  await fillBundle({ author, admin }, consultation.id, "LIB-01", addDays(today, -6));
  await correctSome(author, at);

  await searchSigns(await systemScope(author.council.id, "seed"), consultation.id);
  for (const sign of (await listSigns(author, consultation.id)).filter(({ kind, example }) => kind === "campaign" && example.includes("Friends of Millbrook")))
    await done(judgeSign(approver, { consultationId: consultation.id, kind: sign.kind, groupKey: sign.groupKey, verdict: "apart", reason: "One letter, from the website of a group of friends" }));
  for (const sign of (await listSigns(author, consultation.id)).filter(({ kind }) => kind === "burst"))
    await done(judgeSign(author, { consultationId: consultation.id, kind: sign.kind, groupKey: sign.groupKey, verdict: "stands", reason: "The library asked everybody at once" }));
  await publishSome(author, consultation.id);
}

/** A bundle of papers: two agree, one differs, one waits for a second person, one is not written in. */
async function fillBundle({ author, admin }: Pick<Hands, "author" | "admin">, consultationId: string, name: string, receivedOn: string): Promise<void> {
  await done(openBatch(author, consultationId, { name, papers: 5, receivedOn, twice: true }));
  const batchId = (await listBatches(author, consultationId)).find((batch) => batch.name === name)?.id ?? "";
  const keyed: readonly (readonly [KeyedPaper, KeyedPaper | null])[] = [
    [paper({ why: { text: "Keep it warm in winter." } }), paper({ why: { text: "Keep it warm in winter." } })],
    [paper({ why: { text: "More large print books." } }), paper({ why: { text: "More large-print books, please." } })],
    [paper({ why: { text: "It is fine as it is." } }, { publishConsent: "no" }), null],
  ];
  for (const [index, [first, second]] of keyed.entries()) {
    await done(keyPaper(author, { consultationId, batchId, paper: index + 1, document: first, settles: false }));
    if (second) await done(keyPaper(admin, { consultationId, batchId, paper: index + 1, document: second, settles: false }));
  }
}

/** Corrects letters that were read wrongly, and proposes a correction of a paper that two people wrote in. */
async function correctSome(author: ActorScope, at: ConsultationToEnter): Promise<void> {
  const { consultationId } = at;
  const wrong: readonly { readonly channel: string; readonly says: string; readonly words: string; readonly reason: string; readonly answers: Answers; readonly address?: string }[] = [
    { channel: "letter", says: LETTER_CODE, words: "Rhian", reason: "The letter says that it would help, not that she strongly agrees.", answers: { late: { choice: "agree" } } },
    { channel: "letter", says: LETTER_CODE, words: "no car", reason: "The number of the house was read wrongly.", answers: {}, address: "8 Weavers Court\nMillbrook" },
    { channel: "paper", says: "why", words: "warm", reason: "The last word on the paper was left out.", answers: { why: { text: "Keep it warm in winter, please." } } },
  ];
  for (const { channel, says, words, reason, answers, address } of wrong)
    for (const { id } of (await listRegister(author, consultationId, { q: "", channel, show: "" }, 1)).lines) {
      const response = await getRegistered(author, consultationId, id);
      const stands = standingOf(response);
      if (!stands || response.answers[says]?.text?.includes(words) !== true) continue;
      const contact = stands.contact && address !== undefined ? { ...stands.contact, address } : stands.contact;
      await done(correctResponse(author, { at, responseId: id }, { once: randomId(), seen: response.corrections, reason, after: { ...stands, contact, answers: { ...stands.answers, ...answers } } }));
    }
}

/** Publishes what people wrote who agreed to it, letters first, with what could point to somebody taken out; one is withheld. */
async function publishSome(author: ActorScope, consultationId: string): Promise<void> {
  let decided = 0;
  for (const channel of ["letter", "e-mail", "paper", "web"])
    for (const { id, publishConsent } of (await listRegister(author, consultationId, { q: "", channel, show: "" }, 1)).lines) {
      const { answers } = await getRegistered(author, consultationId, id);
      const code = answers["why"] ? "why" : LETTER_CODE;
      const text = answers[code]?.text;
      if (publishConsent !== "yes" || text === undefined || decided >= 13) continue;
      decided += 1;
      const cuts = [
        ...findPersonalHints(text).map(({ start, end, kind }) => ({ start, end, reason: kind === "name" ? ("name" as const) : kind === "address" || kind === "postcode" ? ("place" as const) : ("contact" as const) })),
        ...WRITERS.flatMap((name) => findWords(text, name, "name")),
      ];
      await done(readResponse(author, { consultationId, responseId: id }));
      await done(
        decidePublication(author, { consultationId, responseId: id }, [
          decided === 7 ? { questionCode: code, verdict: "withheld", reason: "off-topic", cuts: [] } : { questionCode: code, verdict: "published", reason: "", cuts },
          { questionCode: "late", verdict: "published", reason: "", cuts: [] },
        ]),
      );
    }
}

import { sql } from "drizzle-orm";
import sharp from "sharp";
import { database } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { actorScopeOf } from "#features/councils/actor-scope.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { openCall, saveCall } from "#features/budgeting/idea-calls/save-call.ts";
import { mergeIdeas } from "#features/budgeting/ideas/join-ideas.ts";
import { answerAppeal, appealRemoval, moderateIdea, reportIdea } from "#features/budgeting/ideas/moderate-idea.ts";
import { moveIdea } from "#features/budgeting/ideas/move-idea.ts";
import { sendIdea } from "#features/budgeting/ideas/send-idea.ts";
import { supportIdea } from "#features/budgeting/ideas/support-idea.ts";
import { publicScope } from "#features/councils/public-scope.ts";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { storePhoto } from "#platform/photos/keep-photo.ts";
import { preparePhoto } from "#platform/photos/prepare-photo.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

interface DemoIdea {
  readonly by: string;
  readonly writtenIn: Locale;
  readonly title: string;
  readonly text: string;
  readonly ward: string | null;
  readonly place: string;
  readonly category: string;
  readonly pounds: number | null;
  readonly supports: number;
  /** How far from the middle of its ward, in thousandths of a degree. */
  readonly off: readonly [number, number];
}

const text = (en: string, cy: string) => ({ en, cy });
const idea = (by: string, ward: string | null, place: string, category: string, pounds: number | null, supports: number, off: readonly [number, number], title: string, words: string, writtenIn: Locale = "en"): DemoIdea => ({ by, ward, place, category, pounds, supports, off, title, text: words, writtenIn });

const IDEAS: readonly DemoIdea[] = [
  idea("Megan", "Millbrook", "The canal path from Mill Lane to the lock", "streets", 18_000, 9, [-4, 2], "Lights on the canal path", "My daughter walks home from football along the canal and from October it is pitch dark.\nLow lights that only come on when somebody passes would do, so that the bats are left alone."),
  idea("Kofi", "Millbrook", "Canal towpath", "streets", 20_000, 6, [3, -3], "Light up the towpath at night", "People stop using the canal path in winter because it is dark. Lights along the towpath would let us walk and cycle home safely."),
  idea("Rhian", "Northmoor", "Wrth y groesffordd, ger yr ysgol", "streets", 9_000, 7, [2, 2], "Lloches fws gyda mainc", "Mae’r plant yn aros yn y glaw bob bore. Byddai lloches â mainc a golau yn gwneud gwahaniaeth mawr.", "cy"),
  idea("Tomos", "Fellside", "The old quarry path", "parks", 6_500, 4, [0, 4], "Steps and a handrail on the quarry path", "The last twenty metres turn to mud each winter and two neighbours have fallen. Steps, a drain and a handrail."),
  idea("Aisha", "Millbrook", "Jubilee Rec", "parks", 24_000, 11, [6, 5], "Swings that every child can use", "There is not one swing a child who uses a wheelchair can go on. A nest swing and a path to it would do."),
  idea("Gwen", "Castle Meadow", "Library Square", "together", 3_500, 5, [0, 0], "Chairs and a board game table outside the library", "People sit on the wall. Four tables with boards set into them, and somebody to look after them on Saturdays."),
  idea("Owen", "Harbour and Quay", "The harbour steps", "parks", 14_000, 3, [2, -2], "Plant the bare bank above the harbour", "Salt-hardy shrubs and a bench. It is the first thing anybody sees who comes by boat."),
  idea("Lena", null, "", "together", 12_000, 8, [0, 0], "A repair evening each month, in a different ward", "Bring a lamp or a bicycle, learn how to mend it. The tools travel in a trailer."),
  idea("Kofi", "Alderwick", "Alder Green", "parks", null, 2, [-2, -2], "A drinking water tap on the green", "So that nobody needs to buy a bottle after a run."),
  idea("Megan", "Northmoor", "The common", "parks", 5_000, 3, [-3, 0], "Bat and bird boxes on the common, made at school", "Three schools build them, the wildlife trust puts them up."),
  idea("Gwen", "Fellside", "Upper Fell", "together", 9_000, 6, [3, -2], "A minibus to the lunch club", "People at the top of the hill have not been since the bus stopped."),
  idea("Owen", "Millbrook", "Mill Lane", "streets", 2_000, 1, [0, -5], "Cheap watches and phones, best prices", "Come to my shop on Mill Lane for the best prices on watches and phones. Ask for Owen."),
];

const CATEGORIES = [
  { code: "parks", name: text("Parks and play", "Parciau a chwarae") },
  { code: "streets", name: text("Streets and travel", "Strydoedd a theithio") },
  { code: "together", name: text("Bringing people together", "Dod â phobl ynghyd") },
];

/** What residents have sent for a programme that is collecting ideas: supported, joined, moderated and moved on by the commands people use. */
export async function collectIdeas(officer: ActorScope, moderator: ActorScope, engagementId: string): Promise<void> {
  const { programme } = await getVoteForOfficers(officer, engagementId);
  const programmeId = programme.id;
  await done(
    saveCall(officer, {
      programmeId,
      seen: (await getCall(officer, programmeId)).version,
      intro: text("What would make your area better? Tell us before the end of spring. The best go to a vote.", "Beth fyddai’n gwneud eich ardal yn well? Dywedwch wrthym cyn diwedd y gwanwyn. Bydd y gorau’n mynd i bleidlais."),
      policy: text("", ""),
      form: {
        fields: { category: "required", area: "optional", place: "optional", map: "optional", cost: "optional", photo: "optional" },
        categories: CATEGORIES,
        questions: [
          { code: "who-for", kind: "line", label: text("Who would it help most?", "Pwy fyddai’n elwa fwyaf?"), hint: text("", ""), required: false, public: true, options: [] },
          { code: "help-out", kind: "yes-no", label: text("Would you help to make it happen?", "A fyddech chi’n helpu i wneud iddo ddigwydd?"), hint: text("Only the council sees this.", "Dim ond y cyngor sy’n gweld hyn."), required: false, public: false, options: [] },
        ],
      },
      mostPerPerson: 4,
      seenFirst: false,
      supportsTaken: true,
    }),
  );
  await done(openCall(officer, programmeId));
  const people = await makeResidents(officer, [...new Set(IDEAS.map(({ by }) => by)), "Sam", "Nia", "Jo"]);
  const wards = await listAreaChoices(officer);
  const middles = await middlesOf(officer);

  const numbers = new Map<string, number>();
  for (const each of IDEAS) {
    const ward = wards.find(({ name }) => name.en === each.ward);
    const middle = ward ? middles.get(ward.id) : undefined;
    const photoId = each.title.startsWith("Lights on") ? await photoOfPath(officer) : null;
    const inOwn = (words: string): BilingualText => (each.writtenIn === "en" ? { en: words, cy: "" } : { en: "", cy: words });
    const { number } = await done(
      sendIdea(defined(people.get(each.by), each.by), {
        once: randomId(),
        programmeId,
        content: {
          authorName: each.by,
          writtenIn: each.writtenIn,
          title: inOwn(each.title),
          text: inOwn(each.text),
          category: each.category,
          areaId: ward?.id ?? null,
          place: each.place,
          point: middle ? { longitude: middle[0] + each.off[0] / 1000, latitude: middle[1] + each.off[1] / 1000 } : null,
          costPence: each.pounds === null ? null : each.pounds * 100,
          photo: { photoId, alt: photoId === null ? text("", "") : text("A dark path beside water, with one lamp far away", "Llwybr tywyll wrth ddŵr, ag un lamp yn y pellter") },
          answers: each.title.startsWith("Swings") ? { "who-for": "Children who use wheelchairs, and their brothers and sisters", "help-out": "yes" } : {},
        },
      }),
    );
    numbers.set(each.title, number);
    const supporters = [...people].filter(([name]) => name !== each.by).slice(0, each.supports);
    for (const [, person] of supporters) await done(supportIdea(person, { programmeId, number, support: true }));
  }
  const numberOf = (title: string) => defined(numbers.get(title), title);

  await done(mergeIdeas(officer, { programmeId, into: numberOf("Lights on the canal path"), numbers: [numberOf("Light up the towpath at night")], reason: text("Both ask for lights on the same path.", "Mae’r ddau’n gofyn am oleuadau ar yr un llwybr.") }));
  await move(officer, programmeId, numberOf("Swings that every child can use"), "develop", text("", ""));
  await move(officer, programmeId, numberOf("Plant the bare bank above the harbour"), "decline", text("The bank belongs to the harbour trust, which is rebuilding it next year.", "Mae’r llethr yn eiddo i ymddiriedolaeth yr harbwr, sy’n ei ailadeiladu’r flwyddyn nesaf."));
  const shop = { programmeId, number: numberOf("Cheap watches and phones, best prices") };
  await done(reportIdea(await publicScope({ locale: "en", council: officer.council.slug }), { ...shop, reason: "advertising", note: "" }));
  await done(moderateIdea(moderator, { ...shop, act: "remove", reason: "advertising", note: "This is an advertisement." }));
  await done(appealRemoval(defined(people.get("Owen"), "Owen"), { ...shop, text: "A shop is part of the community too." }));
  await done(answerAppeal(officer, { ...shop, uphold: false, answer: "It asks residents to buy something, and for nothing to be done." }));
  await done(reportIdea(await publicScope({ locale: "en", council: officer.council.slug }), { programmeId, number: numberOf("A drinking water tap on the green"), reason: "not-an-idea", note: "There was a tap once." }));
}

/** Welsh ideas for the Welsh council: a form with nothing but a title, a text and a place. */
export async function collectFewIdeas(officer: ActorScope, engagementId: string): Promise<void> {
  const programmeId = (await getVoteForOfficers(officer, engagementId)).programme.id;
  const off = "off" as const;
  await done(
    saveCall(officer, {
      programmeId,
      seen: (await getCall(officer, programmeId)).version,
      intro: text("One fund, many small ideas.", "Un gronfa, llawer o syniadau bach."),
      policy: text("", ""),
      form: { fields: { category: off, area: off, place: "optional", map: off, cost: off, photo: "optional" }, categories: [], questions: [] },
      mostPerPerson: 2,
      seenFirst: true,
      supportsTaken: true,
    }),
  );
  await done(openCall(officer, programmeId));
  const people = await makeResidents(officer, ["Mair", "Ifan"]);
  const [mair, ifan] = [defined(people.get("Mair"), "Mair"), defined(people.get("Ifan"), "Ifan")];
  const send = (who: ActorScope, title: string, words: string) =>
    done(
      sendIdea(who, {
        once: randomId(),
        programmeId,
        content: { authorName: who.actor.name, writtenIn: "cy", title: text("", title), text: text("", words), category: "", areaId: null, place: "Neuadd y pentref", point: null, costPence: null, photo: { photoId: null, alt: text("", "") }, answers: {} },
      }),
    );
  const { number } = await send(mair, "Llwyfan bach i’r eisteddfod", "Llwyfan y gellir ei gadw yn y neuadd a’i osod mewn awr, i’r ysgol a’r clybiau.");
  await send(ifan, "Cegin y neuadd ar agor ar ddydd Mercher", "Paned a chinio bach i bobl sy’n byw ar eu pen eu hunain.");
  await done(moderateIdea(officer, { programmeId, number, act: "show", reason: "", note: "" }));
  await done(supportIdea(ifan, { programmeId, number, support: true }));
}

async function move(officer: ActorScope, programmeId: string, number: number, act: "develop" | "decline", reason: BilingualText): Promise<void> {
  const [row] = await database().execute<{ id: string }>(sql`select id from ideas where programme_id = ${programmeId} and number = ${number}`);
  await done(moveIdea(officer, { ideaId: defined(row?.id, "idea"), act, reason }));
}

/** People who have signed in before; by first name. */
export async function makeResidents({ council }: ActorScope, names: readonly string[]): Promise<ReadonlyMap<string, ActorScope>> {
  const made = new Map<string, ActorScope>();
  for (const name of names) {
    const email = `${name.toLowerCase()}@${council.slug}.example`;
    await database().execute(sql`insert into people (email, name) values (${email}, ${name}) on conflict (lower(email)) do nothing`);
    made.set(name, await actorScopeOf(council.slug, email));
  }
  return made;
}

/** The middle of the box each ward lies in: longitude, latitude. */
async function middlesOf({ council }: ActorScope): Promise<ReadonlyMap<string, readonly [number, number]>> {
  const rows = await database().execute<{ id: string; boundary: unknown }>(sql`select id, boundary from areas where council_id = ${council.id} and boundary is not null`);
  return new Map(
    rows.map(({ id, boundary }) => {
      const numbers = [...JSON.stringify(boundary).matchAll(/\[(-?[\d.]+),(-?[\d.]+)\]/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
      const mean = (at: 0 | 1) => numbers.reduce((sum, point) => sum + point[at], 0) / Math.max(numbers.length, 1);
      return [id, [mean(0), mean(1)] as const];
    }),
  );
}

/** A picture drawn here, so that the demonstration holds nobody's photograph. */
async function photoOfPath({ council }: ActorScope): Promise<string> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="853"><rect width="1280" height="853" fill="#1b2436"/><path d="M0 853 560 330h160L1280 853Z" fill="#39435a"/><path d="M720 330h560v523Z" fill="#14364a"/><circle cx="640" cy="290" r="46" fill="#ffd97a"/><circle cx="640" cy="290" r="120" fill="#ffd97a" opacity=".18"/><path d="M634 300h12v90h-12Z" fill="#0c1018"/></svg>`;
  const prepared = await preparePhoto(await sharp(Buffer.from(drawing)).jpeg().toBuffer());
  if (!prepared.ok) throw new Error(prepared.error);
  return storePhoto(council.id, prepared.value);
}

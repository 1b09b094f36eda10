import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { NotedKind, ThreadEnd } from "#domain/golden-thread/thread.ts";
import { linkThings } from "#features/golden-thread/link-things.ts";
import { noteStop, type NoteStopInput } from "#features/golden-thread/note-stop.ts";
import { ANY_IDEAS, listIdeas } from "#features/budgeting/ideas/queries.ts";
import { listThemes } from "#features/consultations/coding/queries.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { getEngagement, listAreasToChoose } from "#features/involvement/queries.ts";
import { getTarget } from "#features/priorities/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

const text = (en: string, cy: string) => ({ en, cy });
const daysAgo = (days: number): string => addDays(londonDay(now()), -days);
const none = text("", "");

type Note = Omit<NoteStopInput, "once" | "engagementId" | "people" | "by" | "standing" | "source" | "areaId"> & Partial<NoteStopInput>;

/** Writes something down for the thread. Gives it back as an end to tie. */
async function note(officer: ActorScope, given: Note): Promise<ThreadEnd & { readonly kind: NotedKind }> {
  const id = randomId();
  await done(noteStop(officer, { once: id, engagementId: null, people: null, by: none, standing: null, source: "", areaId: null, ...given }));
  return { kind: given.kind, id };
}

const tie = (officer: ActorScope, from: ThreadEnd, to: ThreadEnd, en: string, cy: string) => done(linkThings(officer, { from, to, how: text(en, cy) }));

/** What people said about the library and the buses, and what it moved: themes, a figure, an opinion, decisions and a policy ask. */
export async function tieLibraryAndBuses(officer: ActorScope): Promise<void> {
  const library = await getEngagement(officer, "library-opening-hours");
  const themes = await listThemes(officer, defined(library.consultationId, "the library's consultation"), "why");
  const theme = (name: string): ThreadEnd => ({ kind: "theme", id: defined(themes.find((each) => each.name.en === name)?.id, name) });
  const millbrook = defined((await listAreasToChoose(officer)).find(({ name }) => name.en === "Millbrook")?.id, "Millbrook");
  const cabinet = text("Cabinet", "Y Cabinet");
  const late = await note(officer, {
    kind: "decision",
    slug: "library-open-late-on-thursdays",
    title: text("Millbrook Library opens until 8pm on Thursdays", "Llyfrgell Millbrook ar agor tan 8pm ar ddydd Iau"),
    words: text("Cabinet agreed new hours: open until 8pm on Thursdays, from 1pm on Mondays. Sunday opening was not added, as it would cost £31,000 a year.", "Cytunodd y Cabinet ar oriau newydd: ar agor tan 8pm ar ddydd Iau, ac o 1pm ar ddydd Llun. Ni ychwanegwyd agor ar ddydd Sul, gan y byddai’n costio £31,000 y flwyddyn."),
    by: cabinet,
    onDay: daysAgo(5),
    source: "https://brackenshire.example/cabinet/minutes",
    areaId: millbrook,
  });
  const target: ThreadEnd = { kind: "target", id: (await getTarget(officer, "safer-greener-places")).id };
  await tie(officer, theme("Open late for those who work"), late, "Those who work asked for one late evening, and Cabinet chose the one that most of them named.", "Gofynnodd y rhai sy’n gweithio am un noson hwyr, a dewisodd y Cabinet yr un a enwodd y rhan fwyaf.");
  await tie(officer, theme("A quiet place to study"), late, "The decision keeps a quiet table for homework on two late afternoons.", "Mae’r penderfyniad yn cadw bwrdd tawel ar gyfer gwaith cartref ar ddau brynhawn.");
  await tie(officer, theme("Getting there after dark"), target, "The path to the library was added to the places that must feel safe after dark.", "Ychwanegwyd y llwybr i’r llyfrgell at y lleoedd y mae’n rhaid iddynt deimlo’n ddiogel ar ôl iddi nosi.");
  const figure = await note(officer, {
    kind: "answer",
    slug: "four-in-six-want-a-late-evening",
    title: text("Two in three want one late evening", "Mae dau o bob tri eisiau un noson hwyr"),
    words: text("Asked whether the library should open late once a week, about two in three agreed or agreed strongly.", "O ofyn a ddylai’r llyfrgell agor yn hwyr unwaith yr wythnos, cytunodd neu cytunodd yn gryf tua dau o bob tri."),
    engagementId: library.id,
    people: 29,
    onDay: daysAgo(33),
    areaId: millbrook,
  });
  await tie(officer, figure, late, "The figure was in the report that Cabinet read before it decided.", "Roedd y ffigur yn yr adroddiad a ddarllenodd y Cabinet cyn penderfynu.");
  const opinion = await note(officer, {
    kind: "opinion",
    slug: "evening-work-needs-evening-buses",
    title: text("Evening work needs evening buses", "Mae gwaith gyda’r nos angen bysiau gyda’r nos"),
    words: text("At two drop-in sessions people on shifts said that the last bus leaves before their work ends.", "Mewn dwy sesiwn galw heibio dywedodd gweithwyr shifft fod y bws olaf yn gadael cyn i’w gwaith orffen."),
    engagementId: (await getEngagement(officer, "evening-and-sunday-buses")).id,
    people: 17,
    onDay: daysAgo(18),
  });
  const ask = await note(officer, {
    kind: "policy-ask",
    slug: "let-bus-grants-pay-for-evenings",
    title: text("Let bus grants pay for evening services", "Gadael i grantiau bysiau dalu am wasanaethau gyda’r nos"),
    words: text("The grant may pay for new routes but not for later buses on old ones. We ask that councils may choose.", "Gall y grant dalu am lwybrau newydd ond nid am fysiau hwyrach ar hen rai. Gofynnwn i gynghorau gael dewis."),
    by: text("Department for Transport", "Yr Adran Drafnidiaeth"),
    standing: "with-department",
    onDay: daysAgo(10),
  });
  await tie(officer, opinion, ask, "What shift workers told us is the evidence sent with the ask.", "Yr hyn a ddywedodd gweithwyr shifft wrthym yw’r dystiolaeth a anfonwyd gyda’r cais.");
}

/** What became of an idea before the vote it was sent for is held: something the council could do at once. */
async function tieIdea(officer: ActorScope, engagementId: string, words: string, to: ThreadEnd, en: string, cy: string): Promise<void> {
  const { programme } = await getVoteForOfficers(officer, engagementId);
  const { ideas } = await listIdeas(officer, programme.id, { ...ANY_IDEAS, words });
  await tie(officer, { kind: "idea", id: defined(ideas[0]?.id, words) }, to, en, cy);
}

/** An idea that is tied to a promise and to a decision. */
export async function tieLightsOnPath(officer: ActorScope, coming: string): Promise<void> {
  const decision = await note(officer, {
    kind: "decision",
    slug: "canal-path-trial-of-lights",
    title: text("Lights on the canal path are tried this winter", "Rhoi cynnig ar oleuadau ar lwybr y gamlas y gaeaf hwn"),
    words: text("Ten low lights that come on when somebody passes are tried between Mill Lane and the lock until March.", "Rhoir cynnig ar ddeg golau isel sy’n cynnau pan fydd rhywun yn mynd heibio, rhwng Mill Lane a’r loc, tan fis Mawrth."),
    by: text("Head of highways", "Pennaeth priffyrdd"),
    onDay: daysAgo(4),
  });
  await tieIdea(officer, coming, "Lights on the canal path", decision, "The idea had the most support, and a trial needs no vote.", "Y syniad hwn a gafodd y gefnogaeth fwyaf, ac nid oes angen pleidlais i roi cynnig arno.");
  await tieIdea(officer, coming, "Lights on the canal path", { kind: "target", id: (await getTarget(officer, "safer-greener-places")).id }, "The canal path is counted among the places that must feel safe after dark.", "Mae llwybr y gamlas ymhlith y lleoedd y mae’n rhaid iddynt deimlo’n ddiogel ar ôl iddi nosi.");
}

/** The same in the second council, whose officers write in Welsh first. */
export async function tieVale(officer: ActorScope, coming: string): Promise<void> {
  const parks = await getEngagement(officer, "a-park-for-everybody");
  const comments = await note(officer, {
    kind: "comment-theme",
    slug: "arwyddion-cymraeg",
    title: text("Signs in Welsh in every park", "Arwyddion Cymraeg ym mhob parc"),
    words: text("In comments and at the village show people asked that signs in parks be in Welsh first.", "Mewn sylwadau ac yn sioe’r pentref gofynnodd pobl i arwyddion y parciau fod yn Gymraeg yn gyntaf."),
    engagementId: parks.id,
    people: 23,
    onDay: daysAgo(13),
  });
  const decision = await note(officer, {
    kind: "decision",
    slug: "arwyddion-parciau",
    title: text("New park signs put Welsh first", "Arwyddion newydd y parciau’n rhoi’r Gymraeg yn gyntaf"),
    words: text("The signs of all eleven parks are renewed by spring, Welsh first, with the old field names.", "Bydd arwyddion pob un o’r un ar ddeg parc yn cael eu hadnewyddu erbyn y gwanwyn, y Gymraeg yn gyntaf, gyda hen enwau’r caeau."),
    by: text("Cabinet member for parks", "Yr aelod cabinet dros barciau"),
    onDay: daysAgo(3),
  });
  const stage = await note(officer, {
    kind: "decision",
    slug: "llwyfan-ar-fenthyg",
    title: text("A stage to borrow, from the council’s store", "Llwyfan i’w fenthyg, o storfa’r cyngor"),
    words: text("The council’s old stage is mended and lent to village halls.", "Caiff hen lwyfan y cyngor ei drwsio a’i fenthyg i neuaddau’r pentrefi."),
    by: text("Cabinet member for culture", "Yr aelod cabinet dros ddiwylliant"),
    onDay: daysAgo(2),
  });
  await tieIdea(officer, coming, "Llwyfan", stage, "The council had a stage that nobody used.", "Roedd gan y cyngor lwyfan nad oedd neb yn ei ddefnyddio.");
  await tie(officer, comments, decision, "What was asked most often was decided first, before the survey closes.", "Penderfynwyd yn gyntaf ar yr hyn y gofynnwyd amdano amlaf, cyn i’r arolwg gau.");
}

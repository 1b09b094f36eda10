import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { dutyYearOf, type DutyGroup } from "#domain/involvement/duty.ts";
import { signRecord, type RecordToSign } from "#features/involvement/duty/sign-record.ts";
import { signStatement } from "#features/involvement/duty/sign-statement.ts";
import { getEngagement, listAreasToChoose } from "#features/involvement/queries.ts";
import { keepStatute } from "#features/involvement/statutes/keep-statute.ts";
import { getStatute } from "#features/involvement/statutes/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

const text = (en: string, cy: string) => ({ en, cy });
const none = text("", "");
const from = (days: number): string => addDays(londonDay(now()), days);

interface Story extends Partial<RecordToSign> {
  readonly title: RecordToSign["title"];
  readonly service: RecordToSign["service"];
  readonly affected: RecordToSign["affected"];
  readonly groups: readonly DutyGroup[];
  readonly reason: RecordToSign["reason"];
}

const sign = (officer: ActorScope, story: Story) =>
  done(
    signRecord(officer, { once: randomId() }, {
      subject: "decision",
      areaIds: [],
      level: "consult",
      statute: "",
      statutoryBasis: "",
      decidedBy: text("Cabinet", "Y Cabinet"),
      decidesOn: null,
      engagementIds: [],
      signedName: officer.actor.name,
      signedPost: "Engagement officer",
      ...story,
    }),
  );

/** The register of the first council: promises kept, one raised afterwards, one not kept, one where nobody is involved and why, and a year's statement. */
export async function keepRegister({ author, approver }: { readonly author: ActorScope; readonly approver: ActorScope }): Promise<void> {
  const wards = await listAreasToChoose(author);
  const ward = (name: string): string => defined(wards.find((each) => each.name.en === name)?.id, name);
  const engagement = async (slug: string): Promise<string> => (await getEngagement(author, slug)).id;
  const patch: Story = {
    title: text("What Millbrook’s £120,000 is spent on", "Ar beth y gwerir £120,000 Millbrook"),
    service: text("Neighbourhoods", "Cymdogaethau"),
    affected: text("Everybody who lives in Millbrook and is 11 or over.", "Pawb sy’n byw ym Millbrook ac sy’n 11 oed neu’n hŷn."),
    groups: ["residents", "children-and-young-people", "voluntary-groups"],
    areaIds: [ward("Millbrook")],
    level: "empower",
    reason: text("The money is for the place, and those who live there know best what it needs.", "Mae’r arian ar gyfer y lle, a’r rhai sy’n byw yno sy’n gwybod orau beth sydd ei angen."),
    decidesOn: from(40),
    engagementIds: [await engagement("your-patch-2025"), await engagement("your-patch-2026")],
  };
  await sign(author, patch);
  const library: Story = {
    title: text("Opening hours of Millbrook Library", "Oriau agor Llyfrgell Millbrook"),
    service: text("Libraries", "Llyfrgelloedd"),
    affected: text("People who use the library, young people who study there, and staff.", "Pobl sy’n defnyddio’r llyfrgell, pobl ifanc sy’n astudio yno, a staff."),
    groups: ["service-users", "children-and-young-people", "staff"],
    areaIds: [ward("Millbrook")],
    reason: text("The number of hours is settled by the budget. When they fall is open, and those who come know best.", "Mae nifer yr oriau wedi’i bennu gan y gyllideb. Mae pryd y byddant yn agored, a’r rhai sy’n dod sy’n gwybod orau."),
    decidesOn: from(4),
    engagementIds: [await engagement("library-opening-hours")],
  };
  const { number } = await sign(author, library);
  await done(
    signRecord(author, { number, after: 1, because: "Carers asked to be named as a group of their own." }, {
      subject: "decision",
      level: "consult",
      statute: "",
      statutoryBasis: "Public Libraries and Museums Act 1964, s. 7",
      decidedBy: text("Cabinet", "Y Cabinet"),
      areaIds: [],
      engagementIds: [],
      decidesOn: null,
      signedName: author.actor.name,
      signedPost: "Engagement officer",
      ...library,
      groups: ["service-users", "carers", "children-and-young-people", "staff"],
    }),
  );
  await sign(author, {
    title: text("Evening and Sunday buses", "Bysiau gyda’r nos ac ar ddydd Sul"),
    service: text("Transport", "Trafnidiaeth"),
    affected: text("Residents and shift workers in Fellside and Northmoor, and the firms they work for.", "Trigolion a gweithwyr shifft yn Fellside a Northmoor, a’r cwmnïau y maent yn gweithio iddynt."),
    groups: ["residents", "service-users", "disabled-people", "small-businesses"],
    areaIds: [ward("Fellside"), ward("Northmoor")],
    level: "involve",
    reason: text("Routes and times are not drawn yet, and people can draw them with us.", "Nid yw’r llwybrau na’r amserau wedi’u llunio eto, a gall pobl eu llunio gyda ni."),
    decidesOn: from(120),
    engagementIds: [await engagement("evening-and-sunday-buses")],
  });
  await sign(author, {
    title: text("Parking around Market Square", "Parcio o amgylch Sgwâr y Farchnad"),
    service: text("Transport", "Trafnidiaeth"),
    affected: text("Traders, shoppers and disabled drivers.", "Masnachwyr, siopwyr a gyrwyr anabl."),
    groups: ["small-businesses", "disabled-people", "business-rate-payers"],
    areaIds: [ward("Millbrook")],
    statute: "traffic-order",
    reason: text("A traffic order needs it, and we do not know yet who would lose a space they depend on.", "Mae gorchymyn traffig yn gofyn amdano, ac nid ydym yn gwybod eto pwy fyddai’n colli lle y mae’n dibynnu arno."),
    decidesOn: from(100),
  });
  await sign(author, {
    subject: "function",
    title: text("Urgent repair of the quay wall", "Trwsio wal y cei ar frys"),
    service: text("Harbour", "Yr harbwr"),
    affected: text("Boat owners and people who walk the quay.", "Perchnogion cychod a phobl sy’n cerdded y cei."),
    groups: ["service-users", "interested"],
    areaIds: [ward("Harbour and Quay")],
    level: null,
    reason: text("The wall may fall. The work cannot wait for six weeks; we tell people each day what is closed, and report afterwards.", "Gallai’r wal gwympo. Ni all y gwaith aros chwe wythnos; dywedwn wrth bobl bob dydd beth sydd ar gau, ac adroddwn wedyn."),
    decidedBy: none,
  });
  // Officers here give more time for traffic orders than the law asks for.
  await done(keepStatute(author, { ...(await getStatute(author, "traffic-order")), minimumDays: 28, withdrawn: false }));
  await done(
    signStatement(approver, {
      year: dutyYearOf(londonDay(now())),
      after: 0,
      foreword: text(
        "Before we make a decision that changes a service, a place or a charge, we will involve the people it affects. To involve means we tell you, ask you, or decide with you.\nThis year we asked earlier, and we told you sooner what came of it.",
        "Cyn i ni wneud penderfyniad sy’n newid gwasanaeth, lle neu dâl, byddwn yn cynnwys y bobl yr effeithir arnynt. Ystyr cynnwys yw ein bod yn dweud wrthych, yn gofyn i chi, neu’n penderfynu gyda chi.\nEleni gofynnom yn gynharach, a dywedom wrthych yn gynt beth ddaeth o hynny.",
      ),
      shortfall: text("Bin collection days in Northmoor changed on 1 July without asking people first. We have said sorry, and the days are open to change until spring.", "Newidiodd diwrnodau casglu biniau yn Northmoor ar 1 Gorffennaf heb ofyn i bobl yn gyntaf. Rydym wedi ymddiheuro, a gall y diwrnodau newid tan y gwanwyn."),
      leaderName: "Councillor Margaret Efa",
      leaderPost: text("Leader of the council", "Arweinydd y cyngor"),
      officerName: "Daniel Hurst",
      officerPost: text("Monitoring officer", "Swyddog monitro"),
    }),
  );
}

/** The second council's, smaller and with a well-being plan to come. */
export async function keepValeRegister({ author, approver }: { readonly author: ActorScope; readonly approver: ActorScope }): Promise<void> {
  await sign(author, {
    title: text("Parks for everybody", "Parciau i bawb"),
    service: text("Parks", "Parciau"),
    affected: text("Everybody who plays, walks or sits in a park.", "Pawb sy’n chwarae, yn cerdded neu’n eistedd mewn parc."),
    groups: ["residents", "children-and-young-people", "disabled-people", "welsh-speakers"],
    reason: text("The plan is a first draft and can still change in every part.", "Drafft cyntaf yw’r cynllun a gall newid ym mhob rhan o hyd."),
    decidesOn: from(90),
    engagementIds: [(await getEngagement(author, "a-park-for-everybody")).id],
  });
  await sign(author, {
    subject: "function",
    title: text("Local well-being plan", "Cynllun llesiant lleol"),
    service: text("Policy", "Polisi"),
    affected: text("Everybody in the vale, and those not born yet.", "Pawb yn y dyffryn, a’r rhai sydd heb eu geni eto."),
    groups: ["residents", "voluntary-groups", "welsh-speakers", "small-businesses"],
    level: "collaborate",
    statute: "well-being-plan",
    reason: text("The plan belongs to the whole vale, and the Act gives people twelve weeks.", "Mae’r cynllun yn perthyn i’r dyffryn cyfan, ac mae’r Ddeddf yn rhoi deuddeg wythnos i bobl."),
    decidedBy: none,
  });
  await done(
    signStatement(approver, {
      year: dutyYearOf(londonDay(now())),
      after: 0,
      foreword: text("We ask in Welsh and in English alike, while plans can still change, and we say what came of it.", "Gofynnwn yn Gymraeg ac yn Saesneg fel ei gilydd, tra bo modd newid cynlluniau o hyd, a dywedwn beth ddaeth o hynny."),
      shortfall: none,
      leaderName: "Y Cynghorydd Elin Prys",
      leaderPost: text("Leader of the council", "Arweinydd y cyngor"),
      officerName: "Gwilym Rhys",
      officerPost: text("Monitoring officer", "Swyddog monitro"),
    }),
  );
}

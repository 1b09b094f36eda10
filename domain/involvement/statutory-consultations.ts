import type { BilingualText } from "#domain/basics/bilingual.ts";

/** Where a statute applies. */
export const STATUTE_NATIONS = ["england", "wales", "england-and-wales"] as const;
export type StatuteNation = (typeof STATUTE_NATIONS)[number];

/** A consultation that a statute asks for: what, by which law, for how long at least, and with whom. */
export interface StatutoryConsultation {
  /** Kept on engagements and in a council's own copy; never reused. */
  readonly code: string;
  readonly nation: StatuteNation;
  readonly title: BilingualText;
  readonly statute: BilingualText;
  /** Days of the calendar that people must have at least; null where the law names no number, and what is fair decides. */
  readonly minimumDays: number | null;
  readonly consultees: BilingualText;
  /** Where the law can be read. */
  readonly source: string;
}

const text = (en: string, cy: string): BilingualText => ({ en, cy });
const law = (path: string): string => `https://www.legislation.gov.uk/${path}`;

/**
 * Consultations that statutes ask of councils. A start and no advice: each council's legal officer settles its own copy,
 * since regulations are amended and some have exceptions that no list holds.
 */
export const STATUTORY_CATALOGUE: readonly StatutoryConsultation[] = [
  {
    code: "best-value",
    nation: "england",
    title: text("How best value is met", "Sut y cyflawnir gwerth gorau"),
    statute: text("Local Government Act 1999, s. 3(2)", "Deddf Llywodraeth Leol 1999, a. 3(2)"),
    minimumDays: null,
    consultees: text("Representatives of council-tax payers, of business-rate payers, of those who use services, and of those with an interest in the area.", "Cynrychiolwyr talwyr y dreth gyngor, talwyr ardrethi busnes, defnyddwyr gwasanaethau, a phobl sydd â buddiant yn yr ardal."),
    source: law("ukpga/1999/27/section/3"),
  },
  {
    code: "budget-business-rates",
    nation: "england-and-wales",
    title: text("Spending plans, with business-rate payers", "Cynlluniau gwario, gyda thalwyr ardrethi busnes"),
    statute: text("Local Government Finance Act 1992, s. 65", "Deddf Cyllid Llywodraeth Leol 1992, a. 65"),
    minimumDays: null,
    consultees: text("Representatives of those who pay business rates, before each year’s budget is set.", "Cynrychiolwyr y rhai sy’n talu ardrethi busnes, cyn pennu cyllideb pob blwyddyn."),
    source: law("ukpga/1992/14/section/65"),
  },
  {
    code: "council-tax-reduction",
    nation: "england",
    title: text("Council tax reduction scheme", "Cynllun gostyngiad y dreth gyngor"),
    statute: text("Local Government Finance Act 1992, sch. 1A, para. 3", "Deddf Cyllid Llywodraeth Leol 1992, atod. 1A, para. 3"),
    minimumDays: null,
    consultees: text("Major precepting authorities first, then everybody likely to have an interest in the scheme, on a published draft.", "Y prif awdurdodau praeseptio yn gyntaf, yna pawb sy’n debygol o fod â buddiant yn y cynllun, ar ddrafft cyhoeddedig."),
    source: law("ukpga/1992/14/schedule/1A"),
  },
  {
    code: "local-plan-publication",
    nation: "england",
    title: text("Local plan, before it is submitted", "Cynllun lleol, cyn ei gyflwyno"),
    statute: text("Town and Country Planning (Local Planning) (England) Regulations 2012, regs 17, 19 and 20", "Rheoliadau Cynllunio Gwlad a Thref (Cynllunio Lleol) (Lloegr) 2012, rhlau 17, 19 ac 20"),
    minimumDays: 42,
    consultees: text("Everybody; the specific and general consultation bodies of the regulations.", "Pawb; y cyrff ymgynghori penodol a chyffredinol yn y rheoliadau."),
    source: law("uksi/2012/767"),
  },
  {
    code: "supplementary-planning-document",
    nation: "england",
    title: text("Supplementary planning document", "Dogfen gynllunio atodol"),
    statute: text("Town and Country Planning (Local Planning) (England) Regulations 2012, regs 12 and 13", "Rheoliadau Cynllunio Gwlad a Thref (Cynllunio Lleol) (Lloegr) 2012, rhlau 12 ac 13"),
    minimumDays: 28,
    consultees: text("Anyone may make representations on the published document.", "Gall unrhyw un gyflwyno sylwadau ar y ddogfen gyhoeddedig."),
    source: law("uksi/2012/767/regulation/12"),
  },
  {
    code: "neighbourhood-plan",
    nation: "england",
    title: text("Neighbourhood plan, draft", "Cynllun cymdogaeth, drafft"),
    statute: text("Neighbourhood Planning (General) Regulations 2012, regs 14 and 16", "Rheoliadau Cynllunio Cymdogaeth (Cyffredinol) 2012, rhlau 14 ac 16"),
    minimumDays: 42,
    consultees: text("People who live, work or do business in the area; the bodies of schedule 1.", "Pobl sy’n byw, yn gweithio neu’n cynnal busnes yn yr ardal; cyrff atodlen 1."),
    source: law("uksi/2012/637/regulation/14"),
  },
  {
    code: "traffic-order",
    nation: "england-and-wales",
    title: text("Traffic regulation order", "Gorchymyn rheoleiddio traffig"),
    statute: text("Local Authorities’ Traffic Orders (Procedure) (England and Wales) Regulations 1996, regs 6 to 8", "Rheoliadau Gorchmynion Traffig Awdurdodau Lleol (Gweithdrefn) (Cymru a Lloegr) 1996, rhlau 6 i 8"),
    minimumDays: 21,
    consultees: text("Police, fire and ambulance services, bus operators, haulage organisations, others affected; then objections from anyone.", "Yr heddlu, y gwasanaethau tân ac ambiwlans, gweithredwyr bysiau, cyrff cludo nwyddau, eraill yr effeithir arnynt; yna gwrthwynebiadau gan unrhyw un."),
    source: law("uksi/1996/2489"),
  },
  {
    code: "school-change-england",
    nation: "england",
    title: text("Changing or closing a maintained school", "Newid neu gau ysgol a gynhelir"),
    statute: text("School Organisation (Prescribed Alterations) and (Establishment and Discontinuance of Schools) (England) Regulations 2013", "Rheoliadau Trefniadaeth Ysgolion (Newidiadau Rhagnodedig) a (Sefydlu a Chau Ysgolion) (Lloegr) 2013"),
    minimumDays: 28,
    consultees: text("Parents, pupils, staff, governors, neighbouring authorities, the church bodies concerned, and anyone who wishes to respond to the published proposal.", "Rhieni, disgyblion, staff, llywodraethwyr, awdurdodau cyfagos, y cyrff eglwysig dan sylw, ac unrhyw un sydd am ymateb i’r cynnig cyhoeddedig."),
    source: law("uksi/2013/3110"),
  },
  {
    code: "school-change-wales",
    nation: "wales",
    title: text("Changing or closing a maintained school in Wales", "Newid neu gau ysgol a gynhelir yng Nghymru"),
    statute: text("School Standards and Organisation (Wales) Act 2013, s. 48; School Organisation Code 2018 (20 of the days are school days)", "Deddf Safonau a Threfniadaeth Ysgolion (Cymru) 2013, a. 48; Cod Trefniadaeth Ysgolion 2018 (20 o’r diwrnodau’n ddiwrnodau ysgol)"),
    minimumDays: 42,
    consultees: text("Pupils, parents, staff, governors, Estyn, neighbouring authorities, church bodies, community councils, the Welsh Ministers.", "Disgyblion, rhieni, staff, llywodraethwyr, Estyn, awdurdodau cyfagos, cyrff eglwysig, cynghorau cymuned, Gweinidogion Cymru."),
    source: law("anaw/2013/1/section/48"),
  },
  {
    code: "school-admissions",
    nation: "england",
    title: text("School admission arrangements", "Trefniadau derbyn i ysgolion"),
    statute: text("School Admissions Code 2021, paras 1.45 to 1.48 (between 1 October and 31 January)", "Cod Derbyn i Ysgolion 2021, paragraffau 1.45 i 1.48 (rhwng 1 Hydref a 31 Ionawr)"),
    minimumDays: 42,
    consultees: text("Parents of children from 2 to 18, other admission authorities, neighbouring authorities, faith bodies, others with an interest.", "Rhieni plant rhwng 2 ac 18 oed, awdurdodau derbyn eraill, awdurdodau cyfagos, cyrff ffydd, eraill â buddiant."),
    source: "https://www.gov.uk/government/publications/school-admissions-code--2",
  },
  {
    code: "housing-licensing",
    nation: "england",
    title: text("Selective or additional licensing of rented homes", "Trwyddedu cartrefi rhent, yn ddetholus neu’n ychwanegol"),
    statute: text("Housing Act 2004, ss. 56 and 80, with the general approval of 2024 (ten weeks)", "Deddf Tai 2004, aa. 56 ac 80, gyda chymeradwyaeth gyffredinol 2024 (deg wythnos)"),
    minimumDays: 70,
    consultees: text("Everybody likely to be affected: tenants, landlords, agents, residents and businesses, in and around the area.", "Pawb sy’n debygol o gael eu heffeithio: tenantiaid, landlordiaid, asiantau, trigolion a busnesau, yn yr ardal ac o’i chwmpas."),
    source: law("ukpga/2004/34/section/80"),
  },
  {
    code: "housing-management",
    nation: "england-and-wales",
    title: text("Housing management, with secure tenants", "Rheoli tai, gyda thenantiaid diogel"),
    statute: text("Housing Act 1985, s. 105", "Deddf Tai 1985, a. 105"),
    minimumDays: null,
    consultees: text("Secure tenants substantially affected by a change in management, maintenance, improvement or services.", "Tenantiaid diogel yr effeithir arnynt yn sylweddol gan newid mewn rheolaeth, cynnal, gwella neu wasanaethau."),
    source: law("ukpga/1985/68/section/105"),
  },
  {
    code: "service-charges",
    nation: "england",
    title: text("Major works charged to leaseholders", "Gwaith mawr a godir ar lesddeiliaid"),
    statute: text("Landlord and Tenant Act 1985, s. 20; Service Charges (Consultation Requirements) (England) Regulations 2003", "Deddf Landlord a Thenant 1985, a. 20; Rheoliadau Taliadau Gwasanaeth (Gofynion Ymgynghori) (Lloegr) 2003"),
    minimumDays: 30,
    consultees: text("Each leaseholder who pays the charge, and any recognised tenants’ association.", "Pob lesddeiliad sy’n talu’r tâl, ac unrhyw gymdeithas denantiaid gydnabyddedig."),
    source: law("uksi/2003/1987"),
  },
  {
    code: "open-space-disposal",
    nation: "england-and-wales",
    title: text("Disposal of open space", "Gwaredu man agored"),
    statute: text("Local Government Act 1972, s. 123(2A) (notice in two weeks running in a local newspaper)", "Deddf Llywodraeth Leol 1972, a. 123(2A) (hysbysiad ddwy wythnos yn olynol mewn papur lleol)"),
    minimumDays: 14,
    consultees: text("Anyone may object.", "Gall unrhyw un wrthwynebu."),
    source: law("ukpga/1972/70/section/123"),
  },
  {
    code: "public-path-order",
    nation: "england-and-wales",
    title: text("Diverting or closing a public path", "Dargyfeirio neu gau llwybr cyhoeddus"),
    statute: text("Highways Act 1980, ss. 118 and 119 and sch. 6", "Deddf Priffyrdd 1980, aa. 118 ac 119 ac atod. 6"),
    minimumDays: 28,
    consultees: text("Owners and occupiers, other local authorities, the prescribed organisations of walkers and riders; objections from anyone.", "Perchnogion a deiliaid, awdurdodau lleol eraill, y sefydliadau cerddwyr a marchogion rhagnodedig; gwrthwynebiadau gan unrhyw un."),
    source: law("ukpga/1980/66/schedule/6"),
  },
  {
    code: "public-spaces-protection-order",
    nation: "england-and-wales",
    title: text("Public spaces protection order", "Gorchymyn diogelu mannau cyhoeddus"),
    statute: text("Anti-social Behaviour, Crime and Policing Act 2014, s. 72", "Deddf Ymddygiad Gwrthgymdeithasol, Troseddu a Phlismona 2014, a. 72"),
    minimumDays: null,
    consultees: text("The chief officer of police, the local policing body, community representatives, owners and occupiers of the land.", "Prif swyddog yr heddlu, y corff plismona lleol, cynrychiolwyr y gymuned, perchnogion a deiliaid y tir."),
    source: law("ukpga/2014/12/section/72"),
  },
  {
    code: "licensing-policy",
    nation: "england-and-wales",
    title: text("Statement of licensing policy", "Datganiad polisi trwyddedu"),
    statute: text("Licensing Act 2003, s. 5(3)", "Deddf Trwyddedu 2003, a. 5(3)"),
    minimumDays: null,
    consultees: text("Police, fire authority, public health, and representatives of licence holders, of businesses and of residents.", "Yr heddlu, yr awdurdod tân, iechyd y cyhoedd, a chynrychiolwyr deiliaid trwydded, busnesau a thrigolion."),
    source: law("ukpga/2003/17/section/5"),
  },
  {
    code: "community-governance-review",
    nation: "england",
    title: text("Community governance review", "Adolygiad llywodraethu cymunedol"),
    statute: text("Local Government and Public Involvement in Health Act 2007, s. 93", "Deddf Llywodraeth Leol a Chynnwys y Cyhoedd mewn Iechyd 2007, a. 93"),
    minimumDays: null,
    consultees: text("Local government electors of the area and anyone else who appears to have an interest.", "Etholwyr llywodraeth leol yr ardal ac unrhyw un arall yr ymddengys fod ganddo fuddiant."),
    source: law("ukpga/2007/28/section/93"),
  },
  {
    code: "well-being-plan",
    nation: "wales",
    title: text("Local well-being plan", "Cynllun llesiant lleol"),
    statute: text("Well-being of Future Generations (Wales) Act 2015, s. 43(3)", "Deddf Llesiant Cenedlaethau’r Dyfodol (Cymru) 2015, a. 43(3)"),
    minimumDays: 84,
    consultees: text("The Commissioner, partners and invited participants, scrutiny, voluntary organisations, residents, businesses, trade unions, others with an interest.", "Y Comisiynydd, partneriaid a chyfranogwyr gwadd, craffu, sefydliadau gwirfoddol, trigolion, busnesau, undebau llafur, eraill â buddiant."),
    source: law("anaw/2015/2/section/43"),
  },
];

/** A council's own copy of an entry, or an entry of its own. `withdrawn` leaves it out of the list that is offered. */
export interface OwnStatutoryConsultation extends StatutoryConsultation {
  readonly withdrawn: boolean;
}

/** The catalogue as a council has it: its own copies in place of those that come with the program, its own entries after them. */
export function catalogueOf(own: readonly OwnStatutoryConsultation[]): readonly (OwnStatutoryConsultation & { readonly edited: boolean })[] {
  const copies = new Map(own.map((each) => [each.code, each]));
  const known = new Set(STATUTORY_CATALOGUE.map(({ code }) => code));
  return [
    ...STATUTORY_CATALOGUE.map((each) => {
      const copy = copies.get(each.code);
      return copy ? { ...copy, edited: true } : { ...each, withdrawn: false, edited: false };
    }),
    ...own.filter(({ code }) => !known.has(code)).map((each) => ({ ...each, edited: true })),
  ];
}

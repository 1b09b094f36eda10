import { softDay } from "../../welsh-days.ts";
import type { following as en } from "../en/following.ts";
import type { Translated } from "../../translated.ts";

export const following: Translated<typeof en> = {
  languages: { en: "Saesneg (English)", cy: "Cymraeg" },
  faults: {
    "email.required": "Ysgrifennwch eich cyfeiriad e-bost",
    email: "Ysgrifennwch gyfeiriad e-bost yn y ffurf arferol, fel enw@example.com",
    "thing.choose-one": "Dewiswch beth i’w ddilyn",
    "not-followable": "Nid yw hwnnw yma i’w ddilyn mwyach. Dewiswch rywbeth arall",
    "choose-one": "Dewiswch un ateb",
  },
  link: "Dilyn drwy e-bost",
  ask: {
    title: "Dilyn drwy e-bost",
    titleOf: (p) => `Dilyn “${p.title}”`,
    lead: "Byddwn yn ysgrifennu atoch pan fydd rhywbeth yn digwydd. Gallwch stopio ag un clic mewn unrhyw e-bost.",
    what: "Beth hoffech chi ei ddilyn?",
    wholeCouncil: (p) => `Popeth: ${p.council}`,
    email: "Cyfeiriad e-bost",
    emailHint: "At hyn yn unig y byddwn yn ei ddefnyddio. Ni fydd neb arall yn ei weld.",
    rhythm: "Pa mor aml?",
    rhythms: { "at-once": "Cyn gynted ag y bydd rhywbeth yn digwydd", weekly: "Un e-bost yr wythnos, ar ddydd Gwener" },
    inLanguage: "Ym mha iaith?",
    submit: "Anfonwch ddolen ataf i gadarnhau",
    manage: "Newid neu stopio’r hyn rydych yn ei ddilyn",
  },
  sent: {
    title: "Edrychwch ar eich e-bost",
    lead: (p) => `Anfonwyd dolen at ${p.email}. Agorwch hi i gadarnhau. Tan hynny, ni fyddwn yn cadw dim.`,
    nothing: "Os na fydd yn cyrraedd o fewn ychydig funudau, edrychwch yn eich ffolder sbam a gwiriwch y cyfeiriad.",
  },
  confirm: {
    title: "Dilyn drwy e-bost?",
    lead: (p) => `Gofynnoch am newyddion am “${p.title}” yn ${p.email}.`,
    submit: "Ie, anfonwch newyddion ataf",
    notYou: "Os na ofynnoch am hyn, caewch y dudalen. Ni chlywch ddim mwy.",
    expiredTitle: "Mae’r ddolen honno’n rhy hen",
    expired: "Mae dolen gadarnhau’n gweithio am 7 diwrnod. Gofynnwch am un newydd.",
    brokenTitle: "Nid yw’r ddolen honno’n gweithio",
    broken: "Efallai bod eich rhaglen e-bost wedi’i thorri’n fyr. Copïwch y ddolen gyfan, neu gofynnwch am un newydd.",
    goneTitle: "Nid yw hwnnw yma mwyach",
    gone: "Mae’r hyn y gofynnoch am ei ddilyn wedi’i dynnu oddi yma.",
    again: "Gofyn eto",
  },
  manage: {
    title: "Yr hyn rydych yn ei ddilyn",
    lead: (p) => `Byddwn yn ysgrifennu at ${p.email}.`,
    confirmed: "Rydych nawr yn dilyn hyn. Byddwn yn ysgrifennu pan fydd rhywbeth yn digwydd.",
    saved: "Cadwyd.",
    what: "Anfonwch newyddion ataf am",
    whatHint: "Tynnwch y tic oddi ar yr hyn nad ydych ei eisiau mwyach.",
    save: "Cadw",
    stopAll: "Stopio popeth a dileu fy nghyfeiriad",
    more: "Dilyn rhywbeth arall",
    goneTitle: "Nid ydych yn dilyn dim yma",
    gone: "Nid oes gennym gyfeiriad ar gyfer y ddolen hon. Os ydych wedi stopio, felly y dylai fod.",
  },
  find: {
    title: "Newid neu stopio’r hyn rydych yn ei ddilyn",
    lead: "Ysgrifennwch eich cyfeiriad e-bost. Os yw’n dilyn rhywbeth yma, anfonwn ddolen i’w dudalen ei hun ato.",
    submit: "Anfonwch y ddolen ataf",
    sent: (p) => `Os yw ${p.email} yn dilyn rhywbeth yma, mae dolen ar ei ffordd.`,
  },
  stop: {
    title: "Stopio’r e-bost hwn?",
    lead: "Ni chewch ragor o newyddion o’r math hwn.",
    submit: "Stopio",
    doneTitle: "Ni chewch ragor o’r rhain",
    done: "Gall gymryd ychydig funudau, os oes e-bost ar ei ffordd yn barod.",
    again: "Dilyn rhywbeth arall",
    brokenTitle: "Nid yw’r ddolen honno’n gweithio",
    broken: "Efallai ei bod wedi’i thorri’n fyr. Gofynnwch am ddolen i’ch tudalen eich hun yn lle hynny.",
  },
  wait: {
    title: "Arhoswch awr, os gwelwch yn dda",
    lead: "Gofynnwyd am ormod o negeseuon e-bost. Mae hyn yn cadw pobl eraill rhag cael post nad ydynt ei eisiau.",
  },
  mail: {
    confirmSubject: (p) => `Cadarnhewch: dilyn ${p.title}`,
    confirmBody: (p) => `Gofynnodd rhywun i ${p.council} anfon newyddion am “${p.title}” i’r cyfeiriad hwn.

Os chi oedd hynny, agorwch y ddolen hon a phwyswch y botwm:

${p.link}

Mae’r ddolen yn gweithio am ${p.days} diwrnod. Os nad chi oedd hynny, peidiwch â gwneud dim: nid ydym yn cadw dim o’r cyfeiriad hwn.
`,
    linkSubject: "Yr hyn rydych yn ei ddilyn",
    linkBody: (p) => `Yma gallwch newid neu stopio’r hyn y mae ${p.council} yn ei anfon atoch:

${p.link}

Gall unrhyw un sydd â’r ddolen hon ei defnyddio, felly peidiwch â’i phasio ymlaen.
`,
    news: (p) => `${p.text}

Darllen mwy:
${p.link}

--
Gofynnoch i ${p.council} am yr e-bost hwn.
Stopio’r newyddion hyn:
${p.stop}
Newid yr hyn a gewch:
${p.manage}
`,
    weeklySubject: (p) => `Yr wythnos hon: ${p.council}`,
    weeklyItem: (p) => `${p.title}
${p.text}
${p.link}
`,
    weeklyBody: (p) => `${p.items}
--
Gofynnoch i ${p.council} am un e-bost yr wythnos.
Ei stopio:
${p.stop}
Newid yr hyn a gewch:
${p.manage}
`,
  },
  /** What those who follow an engagement are told of it. */
  engagement: {
    published: {
      subject: (p) => `Newydd: ${p.title}`,
      text: (p) => `${p.title}

${p.summary}

Gallwch gymryd rhan o ${p.opens} hyd ${softDay(p.closes)}.`,
    },
    closing: {
      subject: (p) => `Yn cau’n fuan: ${p.title}`,
      text: (p) => `Bydd ${p.title} yn cau ar ${softDay(p.closes)}. Os nad ydych wedi cymryd rhan, mae amser o hyd.`,
    },
    changed: {
      subject: (p) => `Newidiwyd: ${p.title}`,
      text: (p) => `Mae rhywbeth wedi newid yn ${p.title}.

Beth: ${p.what}
Pam: ${p.reason}`,
    },
    decided: {
      subject: (p) => `Canlyniad: ${p.title}`,
      text: (p) => `Mae canlyniad ${p.title} ar gael.`,
    },
    "fed-back": {
      subject: (p) => `Fe ddywedoch chi, fe wnaethom ni: ${p.title}`,
      text: (p) => `Rydym wedi ysgrifennu’r hyn a ddywedodd pobl am ${p.title}, a’r hyn a wnaethom o’i herwydd.`,
    },
  },
};

import { plural } from "../../plural.ts";

/** Notices about an asset transfer: to owners, tenants and occupiers, and to those who commented. */
export const transferNotices = {
  title: "Who was told",
  occasions: { decision: "Of the decision", review: "Of a review", "review-decision": "Of the decision on the review", appeal: "Of an appeal", "appeal-ended": "How the appeal ended" },
  given: (p: { date: string; count: number }) => `${p.date}: ${plural("en", p.count, { zero: "nobody by e-mail", one: "1 person by e-mail", other: `${p.count} people by e-mail` })}`,
  byLetter: (p: { count: number }) => plural("en", p.count, { one: "1 comment came on paper. Tell whoever wrote it by letter.", other: `${p.count} comments came on paper. Tell those who wrote them by letter.` }),
  subject: (p: { title: string }) => `News of ${p.title}`,
  news: {
    decision: (p: { title: string }) => `The council has decided about ${p.title}. Read the decision and its reasons:`,
    review: (p: { title: string }) => `The organisation that asked for ${p.title} has asked for a review of the decision. Councillors who had no part in it look at it again:`,
    "review-decision": (p: { title: string }) => `Councillors have decided on the review about ${p.title}. Read what they decided and why:`,
    appeal: (p: { title: string }) => `The organisation that asked for ${p.title} has appealed to the Scottish Ministers:`,
    "appeal-ended": (p: { title: string }) => `The appeal to the Scottish Ministers about ${p.title} has ended:`,
  },
  why: (p: { council: string }) => `You get this because you said what you think of it at ${p.council}.`,
  owners: {
    title: "Owner, tenants and occupiers",
    none: "Nobody has been told yet.",
    capacities: { owner: "Owner", tenant: "Tenant", occupier: "Occupier", "nobody-else": "Nobody besides the council" },
    ways: { letter: "by letter", "by-hand": "by hand", email: "by e-mail", "at-the-land": "by a notice on the land" },
    told: (p: { who: string; way: string; date: string }) => `${p.who}: ${p.way}, ${p.date}`,
    nobodyElse: (p: { date: string }) => `Nobody besides the council owns, rents or occupies it (${p.date})`,
    law: { "scottish-request": "The law asks for it: SSI 2016/357, regulation 6.", "right-to-bid": "The law asks for it: SI 2012/2421, regulation 8." },
    mail: {
      subject: (p: { title: string }) => `Notice about ${p.title}`,
      text: (p: { title: string; council: string }) => `A community organisation has applied to ${p.council} for ${p.title}. You are told because you own, rent or occupy it. What is asked for, and until when you can say what you think of it, is here:`,
      say: (p: { council: string }) => `You can also write to ${p.council} by answering this e-mail.`,
    },
  },
  ways: { letter: "By letter", "by-hand": "By hand", email: "By e-mail", "at-the-land": "By a notice on the land" },
  fields: { capacity: "Who was told", way: "How", givenOn: "Day they were told", email: "Their e-mail address" },
  hints: { email: "Only to tell them by e-mail now. The address is used for that and not kept", capacity: "The law asks for the owner, tenants and occupiers. No name is kept" },
  form: { title: "Tell owner, tenants and occupiers", lead: "Note each of them that was told of the application, or tell them by e-mail from here. If the council alone owns and uses it, say so.", button: "Note it" },
  faults: { "owners-not-told": "The owner, tenants and occupiers must be told first, or say that there is nobody besides the council", "sent-today": "A notice that is sent by e-mail now is given today. Choose today, or leave the address empty", "email-way": "Leave this empty unless you tell them by e-mail" },
};

/** An officer's first look at what an organisation wrote, before everybody reads it. */
export const firstLook = {
  waits: "We are reading this application",
  waitsMore: (p: { date: string }) => `It came in on ${p.date}. What the organisation wrote is shown here when an officer has looked at it.`,
  somebody: "An organisation whose application we are reading",
  shownSince: "Shown since",
  tag: "To be looked at",
  toDo: (p: { count: string }) => `To be looked at: ${p.count}`,
  ours: {
    waiting: "An officer reads what you wrote before everybody can. We write to you when it is shown.",
    back: "The council asks you to change what you wrote",
    change: "Change what you wrote",
    done: "Your changes are sent. An officer looks at them.",
    lead: "Everybody reads it once an officer has looked at it.",
    button: "Send the changes",
  },
  desk: {
    title: "Look at what they wrote",
    lead: "Until then the public page says only what is asked for, by what kind of organisation, and when it came in. What you show stays as it reads.",
    button: "Send",
    act: "What you do",
    why: "What must change",
    whyHint: "Only if you send it back. The organisation is told, word for word",
    acts: { shown: "Show it to everybody", "sent-back": "Send it back to be changed" },
    state: { waiting: "Nobody has looked at what they wrote yet: the public page does not show it.", "sent-back": "It was sent back to be changed: the public page does not show it." },
  },
  mail: {
    shown: "An officer has looked at your application. Everybody can read it now.",
    back: (p: { why: string }) => `The council asks you to change what you wrote before everybody can read it:\n\n${p.why}`,
  },
  faults: {
    "looked-at-already": "Somebody has looked at it already",
    "not-sent-back": "It is not to be changed now",
    "not-looked-at": "An officer must look at what the organisation wrote first",
  },
};

/** What news of an engagement may name. */
interface About {
  readonly title: string;
  readonly summary: string;
  readonly opens: string;
  readonly closes: string;
  readonly what: string;
  readonly reason: string;
}

/** Following something by e-mail. */
export const following = {
  languages: { en: "English", cy: "Welsh (Cymraeg)" },
  faults: {
    "email.required": "Write your email address",
    email: "Write an email address in the usual form, such as name@example.com",
    "thing.choose-one": "Choose what to follow",
    "not-followable": "That is not here to follow any longer. Choose something else",
    "choose-one": "Choose one answer",
  },
  link: "Follow by email",
  ask: {
    title: "Follow by email",
    titleOf: (p: { title: string }) => `Follow “${p.title}”`,
    lead: "We write to you when something happens. You can stop with one press in any email.",
    what: "What do you want to follow?",
    wholeCouncil: (p: { council: string }) => `Everything at ${p.council}`,
    email: "Email address",
    emailHint: "We use it for this and nothing else. Nobody else sees it.",
    rhythm: "How often?",
    rhythms: { "at-once": "As soon as something happens", weekly: "One email a week, on Friday" },
    inLanguage: "Which language?",
    submit: "Send me a link to confirm",
    manage: "Change or stop what you follow",
  },
  sent: {
    title: "Check your email",
    lead: (p: { email: string }) => `We sent a link to ${p.email}. Open it to confirm. Until you do, we keep nothing.`,
    nothing: "If it does not arrive in a few minutes, look in your spam folder and check the address.",
  },
  confirm: {
    title: "Follow by email?",
    lead: (p: { title: string; email: string }) => `You asked for news about “${p.title}” at ${p.email}.`,
    submit: "Yes, send me news",
    notYou: "If you did not ask for this, close the page. You will hear nothing more.",
    expiredTitle: "That link is too old",
    expired: "A link to confirm works for 7 days. Ask for a new one.",
    brokenTitle: "That link does not work",
    broken: "It may have been cut short by your email program. Copy the whole link, or ask for a new one.",
    goneTitle: "That is not here any longer",
    gone: "What you asked to follow has been taken away.",
    again: "Ask again",
  },
  manage: {
    title: "What you follow",
    lead: (p: { email: string }) => `We write to ${p.email}.`,
    confirmed: "You are now following this. We will write when something happens.",
    saved: "Saved.",
    what: "Send me news about",
    whatHint: "Take the tick away from what you no longer want.",
    save: "Save",
    stopAll: "Stop everything and delete my address",
    more: "Follow something else",
    goneTitle: "You do not follow anything here",
    gone: "We have no address for this link. If you stopped, that is how it should be.",
  },
  find: {
    title: "Change or stop what you follow",
    lead: "Write your email address. If it follows anything here, we send it a link to its own page.",
    submit: "Send me the link",
    sent: (p: { email: string }) => `If ${p.email} follows anything here, a link is on its way.`,
  },
  stop: {
    title: "Stop this email?",
    lead: "You will get no more news of this kind.",
    submit: "Stop it",
    doneTitle: "You will get no more of these",
    done: "It can take a few minutes, if an email is on its way already.",
    again: "Follow something else",
    brokenTitle: "That link does not work",
    broken: "It may have been cut short. Ask for a link to your own page instead.",
  },
  wait: {
    title: "Please wait an hour",
    lead: "Too many emails were asked for. This keeps others from being sent mail they do not want.",
  },
  mail: {
    confirmSubject: (p: { title: string }) => `Confirm: follow ${p.title}`,
    confirmBody: (p: { title: string; council: string; link: string; days: number }) => `Somebody asked ${p.council} to send news about “${p.title}” to this address.

If that was you, open this link and press the button:

${p.link}

The link works for ${p.days} days. If it was not you, do nothing: we keep nothing of this address.
`,
    linkSubject: "What you follow",
    linkBody: (p: { council: string; link: string }) => `Here you change or stop what ${p.council} sends you:

${p.link}

Whoever has this link can use it, so do not pass it on.
`,
    news: (p: { text: string; link: string; council: string; stop: string; manage: string }) => `${p.text}

Read more:
${p.link}

--
You asked ${p.council} for this email.
Stop this news:
${p.stop}
Change what you get:
${p.manage}
`,
    weeklySubject: (p: { council: string }) => `This week at ${p.council}`,
    weeklyItem: (p: { title: string; text: string; link: string }) => `${p.title}
${p.text}
${p.link}
`,
    weeklyBody: (p: { items: string; council: string; stop: string; manage: string }) => `${p.items}
--
You asked ${p.council} for one email a week.
Stop it:
${p.stop}
Change what you get:
${p.manage}
`,
  },
  /** What those who follow an engagement are told of it. */
  engagement: {
    published: {
      subject: (p: About) => `New: ${p.title}`,
      text: (p: About) => `${p.title}

${p.summary}

You can take part from ${p.opens} to ${p.closes}.`,
    },
    closing: {
      subject: (p: About) => `Closing soon: ${p.title}`,
      text: (p: About) => `${p.title} closes on ${p.closes}. If you have not taken part, there is still time.`,
    },
    changed: {
      subject: (p: About) => `Changed: ${p.title}`,
      text: (p: About) => `Something has changed in ${p.title}.

What: ${p.what}
Why: ${p.reason}`,
    },
    decided: {
      subject: (p: About) => `Result: ${p.title}`,
      text: (p: About) => `The result of ${p.title} is out.`,
    },
    "fed-back": {
      subject: (p: About) => `You said, we did: ${p.title}`,
      text: (p: About) => `We have written what people said about ${p.title}, and what we did because of it.`,
    },
  },
};

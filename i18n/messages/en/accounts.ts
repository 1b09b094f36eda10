/** Signing in, the second step and a person's own account. */
export const accounts = {
  faults: {
    email: "Write an email address in the usual form, such as name@example.com",
    "sign-in-code": "Write the code from the email. It has 8 letters and numbers, like HJ4K-7PQX",
    "code-wrong": "That is not the code we sent. Check it and try again",
    "code-void": "That code no longer works. It may be too old, or used, or typed wrong 5 times. Ask for a new one",
  },
  mail: {
    subject: (p: { code: string }) => `Your code is ${p.code}`,
    body: (p: { code: string; link: string; minutes: number }) => `Your code is

${p.code}

Type it in the page that asked for it. Or open this link and press the button:

${p.link}

The code and the link work once, for ${p.minutes} minutes.

If you did not ask for this, you can leave it. Nobody can use your address without the code. Never tell it to anybody, not even to us.
`,
  },
  signIn: {
    title: "Sign in",
    guestTitle: "What is your email address?",
    lead: "We will send a code to check that the address is yours. No password, no account to look after.",
    email: "Email address",
    emailHint: "We use it to check who you are, and never show it to others.",
    send: "Send my code",
    why: "Why do you need my email address?",
    whyBody:
      "So that each person can take part once, and so that you can come back to what you began. We do not send news unless you ask for it.",
  },
  code: {
    title: "Enter your code",
    lead: (p: { email: string }) => `We sent an email to ${p.email}. It can take a minute to arrive.`,
    label: "Code from the email",
    hint: "It has 8 letters and numbers, like HJ4K-7PQX. Capitals, spaces and dashes do not matter.",
    signIn: "Sign in",
    goOn: "Continue",
    nothing: "I have no email from you",
    nothingBody: (p: { minutes: number }) =>
      `Look in your spam folder, and check the address above. A code works for ${p.minutes} minutes. If it is older, ask for another.`,
    another: "Send another code",
    otherAddress: "Use another address",
  },
  link: {
    title: "Sign in",
    guestTitle: "Confirm your email address",
    lead: (p: { email: string }) => `You are about to continue as ${p.email}.`,
    notYou: "If this is not your address, close this page. Nothing has happened yet.",
  },
  wait: {
    codes: { title: "Too many codes asked for", body: "Wait 15 minutes, then ask for a code again." },
    tries: { title: "Too many tries", body: "Wait 15 minutes, then try again." },
    why: "Why we stop here",
    whyBody: "This keeps others from guessing a code or filling somebody's mailbox. Nothing of yours is lost.",
  },
  account: {
    title: "Your account",
    lead: (p: { email: string }) => `You are signed in as ${p.email}.`,
    saved: "Your changes are saved",
    details: "Your details",
    name: "Your name",
    nameHint: "You can leave this empty. Officers: other officers see it beside your work.",
    language: "Language for emails",
    english: "English",
    welsh: "Cymraeg",
    save: "Save changes",
    security: "Security",
    securityBody: "Officers show a second thing when they sign in: a passkey or a code from an app.",
    securityLink: "Passkeys and authenticator app",
    roles: "Your council work",
    workspace: (p: { council: string }) => `Open the workspace of ${p.council}`,
    operator: "Look after this installation",
    signOut: "Sign out",
  },
  localMail: {
    title: "Local mail",
    lead: "This installation sends no mail. What it would have sent is here, newest first.",
    leadTo: (p: { to: string }) => `What this installation would have sent to ${p.to}, newest first.`,
    empty: "Nothing has been sent yet.",
    toAt: (p: { to: string; at: string }) => `To ${p.to}, ${p.at}`,
    demoCode: (p: { code: string }) => `The authenticator code of demo officers is now ${p.code}`,
    demoCodeBody: "It changes every 30 seconds. Each officer can use a code once.",
    again: "Look again",
  },
} as const;

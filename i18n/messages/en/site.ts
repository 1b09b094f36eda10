/** Words of every page: masthead, footer, errors. */
export const site = {
  product: "Folkmoot",
  haveYourSay: "Have your say",
  skip: "Skip to main content",
  otherLanguage: "Cymraeg",
  menu: "Main menu",
  nav: { takePart: "Take part", results: "Results", priorities: "Priorities", transfers: "Asset transfers", account: "Your account", workspace: "Workspace" },
  footer: {
    label: "About this site",
    accessibility: "Accessibility",
    privacy: "Privacy",
    openData: "Open data",
    ballotLog: "Public ballot log",
    helpByPhone: (p: { phone: string }) => `Help by phone: ${p.phone}`,
    runsOn: "Runs on Folkmoot, open software that any council can use for free.",
    demo: "This is a made-up council, for trying Folkmoot out.",
  },
  errorPrefix: "Error: ",
  errorSummary: "There is a problem",
  errorHidden: "Error:",
  back: "Back",
  notFound: {
    title: "Page not found",
    body: "The address may be mistyped, or the page may have moved.",
    link: "See everything that is open",
  },
  forbidden: {
    title: "You cannot open this page",
    body: "Your account does not have the role it needs. Ask your council's Folkmoot administrator.",
  },
  crash: {
    title: "Sorry, something went wrong at our end",
    body: "Nothing you typed was lost on purpose: go back and try again in a few minutes.",
    reference: (p: { reference: string }) => `If you write to us, give this reference: ${p.reference}.`,
  },
  badForm: {
    title: "We could not read that form",
    "too-large": "What was sent is too large. Go back and send less, or a smaller file.",
    "not-a-form": "What was sent is not a form. Go back and try again.",
    "not-text": "Some characters could not be read. Go back, type them again and send the form once more.",
    foreign: "The form did not come from this site, so we did nothing. Go back, open the page again and send it from there.",
  },
  tooMany: {
    title: "Too many tries",
    body: "Wait 15 minutes, then try again.",
  },
} as const;

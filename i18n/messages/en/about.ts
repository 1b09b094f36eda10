/** Pages about the site itself: accessibility, privacy, open data, the list of councils. */
export const about = {
  councils: {
    title: "Have your say",
    lead: "Choose your council to see what is open.",
    none: "No council is here yet",
    noneMore: "Whoever runs this installation adds the first one.",
    operator: "For whoever runs this installation",
  },
  accessibility: {
    title: "Accessibility",
    lead: "This site should work for everybody. Tell us where it does not.",
    parts: [
      ["What you can expect", "You can use every page by keyboard alone, at 400% zoom, on a screen 320 pixels wide, with a screen reader, in high contrast and with scripts turned off. Nothing moves by itself."],
      ["How well it meets the standard", "We build to the Web Content Accessibility Guidelines 2.2 at level AA, and test the site against them by machine each time it changes."],
      ["What we have not done yet", "People who use screen readers, voice control and switches every day have not tested this version yet. Maps are drawings; the table or list beside each says the same."],
      ["Other ways to take part", "You can take part on paper or by phone. Ask us, and we will send what you need in large print, Easy Read or another language."],
    ],
    tell: "If something does not work for you",
    tellBody: "Write to us and say which page it was and what happened. We answer within five working days.",
    enforce: "If our answer does not help, you can turn to the Equality Advisory and Support Service.",
  },
  privacy: {
    title: "Privacy",
    lead: "What we keep about you, why, and for how long.",
    parts: [
      ["When you only read", "We keep nothing. There are no adverts, no trackers and nothing is loaded from other companies."],
      ["When you vote", "We use your email address, postcode and age to check that you may vote and that everybody votes once. We keep a scrambled mark that you have voted, with your ward and age group. We do not keep your postcode."],
      ["Your choices", "Your ballot is kept apart from your name, with no time and no address on it. Nothing on this site shows anybody else how you voted."],
      ["When you send an idea", "We keep what you wrote, the name you gave and each earlier version. When you delete your account your name comes off, earlier versions are emptied, and so is what was never shown. The words of an idea that everybody could read stay, because others support it and the council decides about it."],
      ["Requests to vote", "When you ask to vote we keep your email address sealed, and codes made from your browser, connection and postcode that say nothing by themselves, until 30 days after the vote closes. They serve to notice false requests. A person decides, never a machine."],
      ["Cookies", "We set a cookie when you sign in, one that holds the key to your ballot so that you can change it, and for a day one with a random number when you ask to vote, so that many requests from one browser are noticed. All are needed for what you asked for, so there is no cookie banner."],
      ["How long", "Marks of who has voted stay on the roll of that vote. Ballots without names stay published. Your account stays until you delete it, on its own page."],
      ["Your rights", "You may ask for what we hold about you, have it put right or deleted, and complain to the Information Commissioner."],
    ],
    own: "What this council adds",
    ask: "Ask about your data",
  },
  data: {
    title: "Open data",
    lead: "Every declared result can be downloaded, checked and used again.",
    none: "No result has been declared yet. Downloads appear with the first one.",
    licence: "Free to use under the Open Government Licence v3.0.",
    files: (p: { title: string }) => `Downloads of ${p.title}`,
    moved: "What it moved, and who was involved",
    movedFiles: [
      ["thread/thread.csv", "The golden thread (CSV)"],
      ["thread/thread.json", "The golden thread (JSON)"],
      ["involving-you/register.csv", "The register of the duty to involve, this year (CSV)"],
    ],
    geography: "Ward boundaries of real councils contain National Statistics and OS data © Crown copyright and database right.",
  },
} as const;

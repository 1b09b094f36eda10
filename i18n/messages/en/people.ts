/** Who works for a council in Folkmoot, and what each role may do. */
export const people = {
  roles: {
    "engagement-officer": { name: "Engagement officer", may: "Makes and runs votes and consultations" },
    approver: { name: "Approver", may: "Checks what others made before it is published" },
    "returning-officer": { name: "Returning officer", may: "Closes votes, counts them and declares results" },
    "presiding-officer": { name: "Presiding officer", may: "Looks after a polling place: hands out papers and writes their account" },
    "count-officer": { name: "Count officer", may: "Keys paper ballots and decides those that two others read differently" },
    moderator: { name: "Moderator", may: "Looks after what residents write" },
    "service-reviewer": { name: "Service reviewer", may: "Checks whether proposals can be done and what they cost" },
    "council-admin": { name: "Council administrator", may: "Changes settings, areas and people" },
    auditor: { name: "Auditor", may: "Reads everything, changes nothing" },
  },
  title: "People and roles",
  lead: "Who works for the council here, and what each of them may do.",
  caption: "People and their roles",
  who: "Person",
  rolesHeader: "Roles",
  rolesQuestion: "What may they do?",
  change: "Change",
  save: "Save roles",
  done: {
    invited: "The invitation is on its way",
    changed: "The roles are saved",
    removed: "They no longer work here",
  },
  invite: {
    title: "Invite somebody",
    email: "Their work email address",
    emailHint: "We send them a link. They confirm the address and set up a second step before they can do anything.",
    send: "Send the invitation",
  },
  remove: {
    link: "Remove this person",
    title: (p: { who: string }) => `Remove ${p.who}?`,
    lead: "They can no longer open the workspace. What they did stays in the audit trail. You can invite them again.",
    yes: "Remove them",
    no: "Keep them",
  },
  invitation: {
    subject: (p: { council: string }) => `${p.council} has invited you to its workspace`,
    body: (p: { council: string; roles: string; link: string }) => `You are invited to work for ${p.council} on Folkmoot.

What you may do: ${p.roles}.

Open this link and sign in with this email address:

${p.link}

If you did not expect this, you can leave it. Nothing happens until you sign in.
`,
  },
  faults: {
    "email.required": "Write their email address",
    email: "Write an email address in the usual form, such as name@example.gov.uk",
    "choose-role": "Choose at least one role",
    "already-officer": "This person works for the council already. Change their roles in the list",
    "last-admin": "This is the council’s only administrator. Make somebody else administrator first",
  },
} as const;

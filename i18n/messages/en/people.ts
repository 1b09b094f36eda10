/** Who works for a council in Folkmoot, and what each role may do. */
export const people = {
  roles: {
    "engagement-officer": { name: "Engagement officer", may: "Makes and runs votes and consultations" },
    approver: { name: "Approver", may: "Checks what others made before it is published" },
    "returning-officer": { name: "Returning officer", may: "Closes votes, counts them and declares results" },
    moderator: { name: "Moderator", may: "Looks after what residents write" },
    "council-admin": { name: "Council administrator", may: "Changes settings, areas and people" },
    auditor: { name: "Auditor", may: "Reads everything, changes nothing" },
  },
} as const;

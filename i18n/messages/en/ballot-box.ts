/** The public ballot log, and the page that tells residents how a vote stays secret and how to check it, with what it is not. */
export const ballotBox = {
  secrecy: {
    title: "How your vote stays secret, and how to check it",
    lead: "Nobody can look up how you voted. And you do not have to take our word that your vote was counted.",
    steps: {
      title: "What happens to your vote",
      items: [
        ["You show that you may vote", "We look you up on the roll, or you use a code. The roll notes that you were given a ballot. It never learns what you chose."],
        ["Your device makes a key", "Your phone or computer makes a secret key. We sign it through a closed envelope: we can see that you may vote, and not which key is yours. So later nobody can tell whose ballot it was."],
        ["Your vote is sealed before it leaves", "Your choices are locked on your own device. They go to a ballot box that is a program of its own. It does not know who you are. The program that knows you cannot read the box."],
        ["You get a receipt at once", "The box promises, with its signature, that your ballot will be in the public log. The receipt does not show what you chose."],
        ["Ballots go into the log in shuffled batches", "At least 50 together, or all that are left at the close. So the order says nothing about who voted when."],
        ["Nobody counts before the close", "Ballots are opened only when voting has closed. Until then nobody can see who is ahead, us included."],
      ],
    },
    check: {
      title: "How to check it yourself",
      items: [
        ["Your ballot is in", "Type your tracking code into the public log. It shows that your ballot is there, and a proof that you can keep. This works in any browser."],
        ["The log only grows", "Each state of the log is signed. Anybody can check that nothing was changed or taken away since."],
        ["The count is right", "After the count we publish every opened ballot, without names, in a random order. Anybody can count them again, in a browser or with the program we publish."],
        ["Nobody voted twice or without a right to", "Every ballot in the log carries our signature for one voter. There can be no more ballots than the roll has marks, and the numbers are published."],
      ],
      log: "Open the public ballot log",
    },
    ways: {
      title: "Other ways to vote",
      noScript: "Without JavaScript, by telephone or with an officer’s help, our servers handle your vote in readable form for a moment. We keep it apart from your name, but you rely on us for that. How many ballots came this way is published.",
      paper: "A paper ballot is secret as paper is. You get no tracking code for it. The number of papers is accounted for in the log, batch by batch.",
    },
    not: {
      title: "What this is not",
      lead: "We say this plainly, because no online vote can do everything.",
      items: [
        "It does not protect you from somebody who stands behind you, or who has your device. You can change your ballot until voting closes: the last one counts.",
        "It does not stop you from proving how you voted, if you want to. Your own device could be made to show it.",
        "It does not protect you from a device with harmful software on it.",
        "If whoever runs these servers recorded all network traffic with its times, they could guess which ballot came from which address. We do not record it. You cannot check that.",
        "The web page itself comes from our servers. A dishonest page could send your choices elsewhere. Anybody can read the page’s programs, and the published code can be compared with them.",
        "It is not made for elections under election law. Those need an independent review first.",
      ],
    },
    help: {
      title: "If something is wrong",
      body: "If your tracking code is not in the log, or the log says something you did not do, tell us before voting closes. We can look into it without knowing how you voted.",
      phone: (p: { phone: string }) => `Phone ${p.phone}.`,
    },
    technical: {
      title: "For people who want the details",
      body: "The methods are published standards: blind RSA signatures (RFC 9474), Ed25519 signatures (RFC 8032), a Merkle tree as in RFC 6962 with signed checkpoints (C2SP), X25519 and AES-GCM for sealing. The format is described so exactly that somebody else can write a program that checks it.",
      rules: "The fingerprint of the rules of each ballot of this vote:",
      none: "No ballot of this vote is open yet.",
    },
  },
} as const;

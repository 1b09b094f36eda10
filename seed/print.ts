import { env } from "#platform/env.ts";
import { DEMO_PEOPLE } from "./demo-people.ts";

/** Who can be played in the demo, as `npm start` prints it. */
const { BASE_URL } = env();
const width = Math.max(...DEMO_PEOPLE.map(({ role }) => role.length));

console.log(`\nSign in at ${BASE_URL}/en/sign-in as one of the made-up people; their codes stand on the local mail page:`);
for (const { role, email, name } of DEMO_PEOPLE) console.log(`  ${role.replaceAll("-", " ").padEnd(width)}  ${email}  (${name})`);
console.log("Officers are asked for an authenticator code next: the local mail page shows what their app would.");
console.log(`Officers' pages: ${BASE_URL}/en/brackenshire/manage and ${BASE_URL}/en/alaw-vale/manage\n`);

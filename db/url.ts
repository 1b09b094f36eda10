/** Read here and not in platform/env.ts, since db/ stands below platform/. */
export function databaseUrlFromEnvironment(): string {
  const url = process.env["DATABASE_URL"];
  if (!url) throw new Error("DATABASE_URL is not set. `npm start` and `npm run dev` set it for the programs they start.");
  return url;
}

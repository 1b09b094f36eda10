import { createClient } from "#db/client.ts";

/** Makes whoever holds this address an operator: a new installation needs a first one, who then creates the councils. */
export async function nameOperator(databaseUrl: string, email: string): Promise<void> {
  const client = createClient(databaseUrl, { max: 1, name: "folkmoot start" });
  try {
    await client`
      insert into people (email, operator) values (${email}, true)
      on conflict (lower(email)) do update set operator = true
    `;
  } finally {
    await client.end({ timeout: 5 });
  }
}

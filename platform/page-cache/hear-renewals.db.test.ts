import net, { type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "#db/client.ts";
import { renewPages } from "#platform/renewal.ts";
import { testDatabase } from "#testing/database.ts";
import { hearRenewals, type Hearing } from "./hear-renewals.ts";
import { PageStore } from "./page-store.ts";

const { url, sql } = await testDatabase();
const WAITS = { askedEveryMs: 50, patienceMs: 300, pauseMs: 20 };
const PAGE = { kind: "APP_ROUTE", status: 200, body: Buffer.from("page") };

describe("hearRenewals", () => {
  let store: PageStore;
  let hearing: Hearing;
  const endings: (() => void)[] = [];

  /** Whether a page made now is kept. */
  const keeps = (key: string): boolean => {
    store.get(key);
    store.set(key, PAGE);
    return store.peek(key) !== null;
  };
  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 0; !holds(); tries++) {
      if (tries > 500) throw new Error("It did not come about in ten seconds");
      await sleep(20);
    }
  };
  const hear = async (address: string): Promise<void> => {
    hearing = hearRenewals(store, address, WAITS);
    await until(() => keeps("/en/millbrook"));
  };
  beforeEach(() => {
    store = new PageStore(1_000_000);
  });
  afterEach(async () => {
    await hearing.stop();
    for (const end of endings.splice(0)) end();
  });

  it("keeps nothing before it hears, and nothing after it was told to stop", async () => {
    expect(keeps("/en/millbrook")).toBe(false);
    await hear(url);
    await hearing.stop();
    expect(store.peek("/en/millbrook")).toBeNull();
    expect(keeps("/en/millbrook")).toBe(false);
  });

  it("renews when the transaction commits, and not when it is undone", async () => {
    await hear(url);
    await inTransaction(async (tx) => {
      await renewPages(tx, "millbrook");
      throw new Error("undone");
    }).catch(() => undefined);
    await sleep(200);
    expect(store.peek("/en/millbrook")).not.toBeNull();
    await inTransaction((tx) => renewPages(tx, "millbrook"));
    await until(() => store.peek("/en/millbrook") === null);
  });

  it("renews in every process that hears", async () => {
    await hear(url);
    const elsewhere = new PageStore(1_000_000);
    const other = hearRenewals(elsewhere, url, WAITS);
    const isKept = (): boolean => {
      elsewhere.get("/cy/millbrook");
      elsewhere.set("/cy/millbrook", PAGE);
      return elsewhere.peek("/cy/millbrook") !== null;
    };
    await until(isKept);
    await inTransaction((tx) => renewPages(tx, "millbrook"));
    await until(() => store.peek("/en/millbrook") === null && elsewhere.peek("/cy/millbrook") === null);
    await other.stop();
  });

  it("drops everything when its connection ends, and hears again on a new one", async () => {
    await hear(url);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'folkmoot renewals' and datname = current_database()`;
    await until(() => store.peek("/en/millbrook") === null);
    await until(() => keeps("/en/millbrook"));
    await inTransaction((tx) => renewPages(tx, "millbrook"));
    await until(() => store.peek("/en/millbrook") === null);
  });

  it("drops everything when the way to the database goes silent", async () => {
    const way = await openWay(url);
    endings.push(way.close);
    await hear(way.url);
    way.goSilent();
    await until(() => store.peek("/en/millbrook") === null);
    expect(keeps("/en/millbrook")).toBe(false);
  });
});

/** A way to the database that can go silent without ending, as a broken network does. */
async function openWay(url: string): Promise<{ readonly url: string; readonly goSilent: () => void; readonly close: () => void }> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<net.Socket>();
  let silent = false;
  const server = net.createServer((here) => {
    const there = net.connect(Number(port), hostname);
    for (const [from, to] of [[here, there], [there, here]] as const) {
      sockets.add(from);
      from.on("data", (piece) => void (silent || to.write(piece)));
      from.on("error", () => undefined);
      from.on("close", () => to.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = new URL(url);
  address.port = String((server.address() as AddressInfo).port);
  return {
    url: address.href,
    goSilent: () => (silent = true),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

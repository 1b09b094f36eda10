import { bigint, customType, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { BilingualText } from "#domain/basics/bilingual.ts";

/** A random (never time-ordered) key. */
export const id = () => uuid("id").primaryKey().defaultRandom();

export const councilId = () => uuid("council_id").notNull();

/** An instant; shown to people in Europe/London by i18n/format.ts. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Whole pence. Every use adds `check (… >= 0)` in its table. */
export const pence = (name: string) => bigint(name, { mode: "number" });

/** The transaction that wrote a row, by which triggers know what belongs together. */
export const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const jsonText = <T>(name: string) =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "jsonb",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => (typeof value === "string" ? JSON.parse(value) : value) as T,
  })(name);

/** Two columns, `<name>_en` and `<name>_cy`; read them together with `bilingual`. */
export const englishOf = (name: string) => text(`${name}_en`).notNull().default("");
export const welshOf = (name: string) => text(`${name}_cy`).notNull().default("");

export const bilingual = (en: string, cy: string): BilingualText => ({ en, cy });

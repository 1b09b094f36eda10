import { check, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { AREA_KINDS } from "#domain/councils/area.ts";
import type { AreaBoundary } from "#domain/councils/area.ts";
import { councilId, englishOf, id, jsonText, welshOf } from "#db/columns.ts";
import { councils } from "./councils.ts";

export const areaKind = pgEnum("area_kind", AREA_KINDS);

export const areas = pgTable(
  "areas",
  {
    id: id(),
    councilId: councilId().references(() => councils.id),
    parentId: uuid("parent_id"),
    kind: areaKind("kind").notNull(),
    /** ONS (GSS) code; demo areas carry one that the ONS will never issue. */
    code: text("code").notNull(),
    nameEn: englishOf("name"),
    nameCy: welshOf("name"),
    population: integer("population"),
    /** GeoJSON Polygon or MultiPolygon, longitude and latitude (WGS 84). */
    boundary: jsonText<AreaBoundary | null>("boundary"),
  },
  (t) => [
    unique("areas_code_key").on(t.councilId, t.code),
    unique("areas_council_id_key").on(t.councilId, t.id),
    check("areas_population_check", sql`${t.population} >= 0`),
  ],
);

/** Postcode to ward, from an ONS Postcode Directory file. Stored without the space, upper case. */
export const postcodes = pgTable(
  "postcodes",
  {
    councilId: councilId(),
    postcode: text("postcode").notNull(),
    areaId: uuid("area_id").notNull().references(() => areas.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.councilId, t.postcode] })],
);

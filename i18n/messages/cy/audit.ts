import type { audit as en } from "../en/audit.ts";
import type { Translated } from "../../translated.ts";

export const audit: Translated<typeof en> = {};

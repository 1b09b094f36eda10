import type { pages as en } from "../en/pages.ts";
import type { Translated } from "../../translated.ts";

export const pages: Translated<typeof en> = {};

import type { councils as en } from "../en/councils.ts";
import type { Translated } from "../../translated.ts";

export const councils: Translated<typeof en> = {};

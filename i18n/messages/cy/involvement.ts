import type { involvement as en } from "../en/involvement.ts";
import type { Translated } from "../../translated.ts";

export const involvement: Translated<typeof en> = {};

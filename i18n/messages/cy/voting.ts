import type { voting as en } from "../en/voting.ts";
import type { Translated } from "../../translated.ts";

export const voting: Translated<typeof en> = {};

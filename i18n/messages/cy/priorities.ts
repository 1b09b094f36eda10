import type { priorities as en } from "../en/priorities.ts";
import type { Translated } from "../../translated.ts";

export const priorities: Translated<typeof en> = {};

import type { goldenThread as en } from "../en/golden-thread.ts";
import type { Translated } from "../../translated.ts";

export const goldenThread: Translated<typeof en> = {};

import type { budgeting as en } from "../en/budgeting.ts";
import type { Translated } from "../../translated.ts";

export const budgeting: Translated<typeof en> = {};

import type { eligibility as en } from "../en/eligibility.ts";
import type { Translated } from "../../translated.ts";

export const eligibility: Translated<typeof en> = {};

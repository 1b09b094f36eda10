import type { components as en } from "../en/components.ts";
import type { Translated } from "../../translated.ts";

export const components: Translated<typeof en> = {};

import type { assetTransfers as en } from "../en/asset-transfers.ts";
import type { Translated } from "../../translated.ts";

export const assetTransfers: Translated<typeof en> = {};

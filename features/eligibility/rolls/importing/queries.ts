export { asRollDetail } from "./roll-import.ts";

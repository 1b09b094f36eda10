import { rawClient } from "./client.ts";

/** PostgreSQL's number for bytea[]: postgres.js takes an array of bytes for bytes, unless it is told. */
const BYTEA_ARRAY = 1001;

/** A parameter of the type bytea[] for a statement of `rawClient()`. */
export const byteArrays = (values: readonly (Uint8Array | null)[]) => rawClient().array(values.map((value) => (value === null ? null : Buffer.from(value))), BYTEA_ARRAY);

import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** The one source of chance: the operating system's. Everything else is given seeds or tokens. */
export const randomToken = (byteLength = 32): string => randomBytes(byteLength).toString("base64url");
export const randomKey = (byteLength = 32): Buffer => randomBytes(byteLength);
export const randomId = (): string => randomUUID();


/** An even choice from 0 to n - 1. */
export const randomBelow = (n: number): number => randomInt(n);

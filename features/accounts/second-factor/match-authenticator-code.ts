import { HOTP, Secret, TOTP } from "otpauth";
import { AUTHENTICATOR, stepAt, stepsTaken } from "#domain/accounts/authenticator.ts";
import { timingSafeEqual } from "node:crypto";

const codeOfStep = (secret: string, step: number): string =>
  HOTP.generate({ secret: Secret.fromBase32(secret), counter: step, digits: AUTHENTICATOR.digits, algorithm: "SHA1" });

/** What an app with this secret (base32) shows at that moment. */
export const authenticatorCode = (secret: string, now: Date): string => codeOfStep(secret, stepAt(now));

/** The step whose code this is, among those that may be taken now; null when it is none of them. */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number): number | null {
  const steps = stepsTaken(now, lastStep);
  return steps.find((step) => timingSafeEqual(Buffer.from(codeOfStep(secret, step)), Buffer.from(code))) ?? null;
}

/** 160 bits, as RFC 4226 recommends. */
export const newAuthenticatorSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an app reads from the picture: `otpauth://totp/…`. */
export const authenticatorAddress = (secret: string, email: string, issuer: string): string =>
  new TOTP({ issuer, label: email, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: AUTHENTICATOR.digits, period: AUTHENTICATOR.stepSeconds }).toString();

import { z } from "zod";
import { LOCALES, type Locale } from "#domain/basics/bilingual.ts";
import { email, oneOf } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { readFollowable, RHYTHMS, type Followable, type Rhythm } from "#domain/notifications/following.ts";

export interface AskToFollow {
  readonly email: string;
  readonly thing: Followable;
  readonly language: Locale;
  readonly rhythm: Rhythm;
}

const followable = () =>
  z.string("choose-one").transform((text, context): Followable => {
    const thing = readFollowable(text);
    if (thing.ok) return thing.value;
    context.addIssue({ code: "custom", message: "choose-one" });
    return z.NEVER;
  });

export const askToFollowInput = formInput(z.object({ email: email(), thing: followable(), language: oneOf(LOCALES), rhythm: oneOf(RHYTHMS) }) satisfies z.ZodType<AskToFollow>);

export interface AskForLink {
  readonly email: string;
}

export const askForLinkInput = formInput(z.object({ email: email() }) satisfies z.ZodType<AskForLink>);

export interface ChangeFollowing {
  /** What is still to be followed. */
  readonly keep: readonly string[];
  readonly language: Locale;
  readonly rhythm: Rhythm;
}

export const changeFollowingInput = formInput(z.object({ keep: z.array(z.string()).max(2_000), language: oneOf(LOCALES), rhythm: oneOf(RHYTHMS) }) satisfies z.ZodType<ChangeFollowing>, ["keep"]);

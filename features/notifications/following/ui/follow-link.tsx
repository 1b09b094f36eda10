import { ButtonLink } from "#components/forms/button.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { writeFollowable, type Followable } from "#domain/notifications/following.ts";
import { messages } from "#i18n/messages.ts";

export interface FollowLinkProps {
  readonly locale: Locale;
  /** The council's own address: `/en/millbrook`. */
  readonly home: string;
  /** Absent: the page asks which. */
  readonly thing?: Followable | undefined;
}

/** Leads from a thing's page to following it by e-mail. */
export function FollowLink({ locale, home, thing }: FollowLinkProps) {
  return (
    <ButtonLink look="line" href={followHref(home, thing)}>
      {messages(locale).following.link}
    </ButtonLink>
  );
}

/** The page where a thing is followed. */
export const followHref = (home: string, thing?: Followable): string => (thing ? `${home}/follow?thing=${encodeURIComponent(writeFollowable(thing))}` : `${home}/follow`);

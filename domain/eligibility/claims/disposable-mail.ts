/**
 * Services that give anybody a mailbox for some minutes without a word or a password. Those most used, taken in 2026 from the
 * public-domain list github.com/disposable-email-domains/disposable-email-domains (CC0). Services that forward to somebody's
 * own mailbox (relays, aliases) are left out on purpose: they belong to one person.
 */
const DISPOSABLE = new Set([
  "10minutemail.com", "10minutemail.net", "20minutemail.com", "byom.de", "deadaddress.com",
  "discard.email", "discardmail.com", "dispostable.com", "dropmail.me", "emailondeck.com", "emailtemporanea.com", "fakeinbox.com",
  "fakemail.net", "fakemailgenerator.com", "getairmail.com", "getnada.com", "grr.la", "guerrillamail.biz", "guerrillamail.com",
  "guerrillamail.de", "guerrillamail.info", "guerrillamail.net", "guerrillamail.org", "guerrillamailblock.com", "harakirimail.com",
  "incognitomail.org", "inboxbear.com", "inboxkitten.com", "jetable.org", "maildrop.cc", "mailcatch.com", "mailexpire.com",
  "mailforspam.com", "mailinator.com", "mailinator.net", "mailnesia.com", "mailnull.com", "mailpoof.com", "mailsac.com",
  "meltmail.com", "mintemail.com", "moakt.com", "mohmal.com", "mytemp.email", "mytrashmail.com", "nada.email", "one-time.email",
  "onetimeusemail.com", "pokemail.net", "sharklasers.com", "sofort-mail.de", "spam4.me", "spambog.com",
  "temp-mail.org", "tempail.com", "tempinbox.com", "tempmail.net", "tempmailaddress.com", "tempr.email", "throwaway.email",
  "throwawaymail.com", "tmpmail.net", "tmpmail.org", "trash-mail.com", "trashmail.com", "trashmail.de", "trashmail.net", "wegwerfmail.de",
  "yopmail.com", "yopmail.fr", "yopmail.net",
]);

/** Whether the address is at such a service, at whatever name below it (`a.mailinator.com`). */
export function isDisposableMail(email: string): boolean {
  const labels = (email.toLowerCase().split("@")[1] ?? "").split(".");
  return labels.some((_, at) => DISPOSABLE.has(labels.slice(at).join(".")));
}

/** One moment in a calendar. */
export interface CalendarEvent {
  /** Never changes, and is nobody else's. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly at: Date;
  /** When what is said of it last changed. */
  readonly changed: Date;
}

/** A calendar to subscribe to (RFC 5545, iCalendar). Each event lasts no time: it is the moment something opens or closes. */
export function writeCalendar({ name, lang, events }: { readonly name: string; readonly lang: string; readonly events: readonly CalendarEvent[] }): string {
  const language = `;LANGUAGE=${lang}`;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Folkmoot//Engagements//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${event.uid}`,
      `DTSTAMP:${moment(event.changed)}`,
      `DTSTART:${moment(event.at)}`,
      `SUMMARY${language}:${escaped(event.title)}`,
      `DESCRIPTION${language}:${escaped(event.description)}`,
      `URL:${event.address}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}

const moment = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

/** RFC 5545 section 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n?|\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, "");

/** No line is longer than 75 octets; the rest goes on after a space (RFC 5545 section 3.1), and no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // Every line after the first begins with a space.
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}

/** An event of one person, or of a team: local date and times in Europe/London, and nothing that names a family. */
export interface CalendarEvent {
  /** Stable for ever. */
  uid: string;
  /** One higher with each telling. */
  sequence: number;
  cancelled: boolean;
  date: string;
  startsAt: string;
  endsAt: string;
  summary: string;
  description: string;
  /** Leads to where one has to sign in. */
  url: string;
  /** Where the call is, or ''. */
  joinLink: string;
}

/** A calendar as a message carries it (REQUEST, CANCEL), or as a program fetches it (PUBLISH). */
export interface CalendarFile {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  /** ISO instant. */
  stampedAt: string;
  events: readonly CalendarEvent[];
  /** What the calendar is called, for one that is fetched. */
  name?: string;
  /** Bare e-mail addresses: who sends it, and to whom. */
  from?: string;
  to?: string;
}

const zone = 'Europe/London';
// The rules since 1996; what this product knows began long after. Defined inside the file: without it programs guess.
const timeZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** The file (RFC 5545, RFC 7986): lines of 75 octets at most, ended by CR LF. The same calendar gives the same bytes. */
export function calendarFile(file: CalendarFile): string {
  const { method, name, events } = file;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Group supervision//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(name === undefined
      ? []
      : [
          `NAME:${text(name)}`,
          `X-WR-CALNAME:${text(name)}`,
          `X-WR-TIMEZONE:${zone}`,
          'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
          'X-PUBLISHED-TTL:PT1H',
        ]),
    ...timeZone,
    ...events.flatMap((event) => eventLines(file, event)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ from, to, stampedAt }: CalendarFile, event: CalendarEvent): string[] {
  const { uid, sequence, cancelled, date, startsAt, endsAt, summary, description, url, joinLink } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stampedAt.replace(/\.\d+|[-:]/g, '')}`,
    `DTSTART;TZID=${zone}:${local(date, startsAt)}`,
    `DTEND;TZID=${zone}:${local(date, endsAt)}`,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(description)}`,
    `URL:${uri(url)}`,
    ...(joinLink ? [`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join:${uri(joinLink)}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'TRANSP:OPAQUE',
    // Bare, and the very address that sends: programs take changes from the organizer alone. No answer is asked,
    // because nobody reads one.
    ...(from ? [`ORGANIZER:mailto:${from}`] : []),
    ...(to ? [`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:${to}`] : []),
    'END:VEVENT',
  ];
}

function local(date: string, time: string): string {
  return `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
}

function text(words: string): string {
  const one = withoutControls(words.replace(/\r\n?/g, '\n'), '\n');
  return one.replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');
}

// An address is not escaped, so nothing in it may end the line.
function uri(address: string): string {
  return withoutControls(address);
}

function withoutControls(words: string, except = ''): string {
  return [...words].filter((c) => c === except || (c >= ' ' && c !== '\u007f')).join('');
}

const octets = 75;
const encoder = new TextEncoder();

/** No line is longer than 75 octets, and none is broken inside a character. What follows a fold begins with a blank. */
function folded(line: string): string {
  let room = octets;
  let out = '';
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      out += '\r\n ';
      room = octets - 1;
    }
    out += character;
    room -= size;
  }
  return out;
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Mail, readMail } from './support/mail.js';
import { finderOf, type Known, partsOfName, readings } from './support/names-in-messages.js';
import { SimulatedMonth, typed } from './support/simulated-month.js';

// The whole demonstration through a month. A message carries a reference, a time and a link, never a name or a word about
// a family. Names that may stand in one: the council's teams, and in "To" the address of the person who gets it.

/** Every word of which messages are made, besides dates, times, figures, references and links. */
const words = new Set(
  `Supervision has changed. Supervision is off for you. You are asked to come to supervision.
   The time or place at which you are asked to come to supervision has changed.
   You are no longer asked to come to this supervision. Join from elsewhere: Reference:
   You have review to write by, reviews for the supervision on. review is due today, reviews are due today,
   was due on, were due on, of reviews still to come: is still to come. are still to come.
   Who owes what, after signing in: What stands open in your team on: in your teams on:
   All is well in your team on: nothing stands open. this week: past the limit, record unsigned, records unsigned.
   all is well. families in time. family is past its limit. families are past their limit.
   record unsigned after working days. records unsigned after working days.
   challenge without an outcome. challenges without an outcome.
   next step carried three times or more. next steps carried three times or more.
   discipline silent twice running. disciplines silent twice running. Open the audit, after signing in:
   An inspection pack waits for you to agree, until pack is ready, and is opened only when a second manager agrees.
   It waits for you until See it, after signing in:
   Group supervision. All else is there after signing in. Answers to this message are not read.
   Northgate Southgate
   Monday Tuesday Wednesday Thursday Friday Saturday Sunday
   September October November`.match(/\p{L}+/gu),
);

const headerNames = new Set([
  ...['auto-submitted', 'x-auto-response-suppress', 'from', 'to', 'subject', 'message-id', 'date'],
  ...['mime-version', 'content-type', 'content-transfer-encoding'],
]);

/** Words that are about somebody's family and no other thing, whoever it is. */
const ofFamilies = [
  ...['mum', 'dad', 'nan', 'mother', 'father', 'child', 'baby', 'sister', 'brother', 'partner', 'school'],
  ...[
    'hospital',
    'refuge',
    'relapse',
    'alcohol',
    'drug',
    'violence',
    'abuse',
    'police',
    'protection',
    'Larkspur',
  ],
];

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const reference = '[SP]-[0-9A-F]{8}';
const sessionLink = `https://supervision\\.wrenshire\\.example/sessions/${id}`;
const call = 'https://meet\\.example/(?:northgate|southgate)';
const team = '(?:Northgate|Southgate)';
const local = '\\d{8}T\\d{6}';

const links = new RegExp(
  `https://supervision\\.wrenshire\\.example/(?:audit(?:/packs)?|(?:sessions|discussions)/${id})?(?!\\S)|${call}(?!\\S)`,
  'g',
);

/** Every line that a calendar may hold. */
const calendarLines = new RegExp(
  `^(?:${[
    '(?:BEGIN|END):(?:VCALENDAR|VTIMEZONE|DAYLIGHT|STANDARD|VEVENT)',
    'VERSION:2\\.0',
    'PRODID:-//Group supervision//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:(?:REQUEST|CANCEL|PUBLISH)',
    `(?:NAME|X-WR-CALNAME):(?:Your supervision|Supervision: ${team})`,
    'X-WR-TIMEZONE:Europe/London|TZID:Europe/London|TZNAME:(?:BST|GMT)',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H|X-PUBLISHED-TTL:PT1H',
    'RRULE:FREQ=YEARLY;BYMONTH=(?:3|10);BYDAY=-1SU|TZOFFSET(?:FROM|TO):\\+0[01]00',
    `UID:${id}(?:\\.${id})?@group-supervision`,
    'SEQUENCE:\\d+',
    `DTSTAMP:${local}Z|DTSTART:(?:19960331T010000|19961027T020000)`,
    `DT(?:START|END);TZID=Europe/London:${local}`,
    `SUMMARY:Supervision: ${team}`,
    `DESCRIPTION:Reference: ${reference}\\\\n${sessionLink}(?:\\\\nJoin from elsewhere: ${call})?`,
    `URL:${sessionLink}`,
    `CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join:${call}`,
    'STATUS:(?:CONFIRMED|CANCELLED)|CLASS:PRIVATE|TRANSP:OPAQUE',
    'ORGANIZER:mailto:supervision@wrenshire\\.example',
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:[a-z]+@wrenshire\\.example',
  ].join('|')})$`,
);

/** What is said in words that no template has. */
function unexpected(text: string): string[] {
  const left = text
    .replace(links, ' ')
    .replace(
      new RegExp(`${reference}|D-\\d{4}-\\d{2}-\\d{2}|\\b\\d{1,2}(?::\\d{2})?(?:am|pm)\\b|\\b\\d+\\b`, 'g'),
      ' ',
    );
  return (left.match(/[^\s.,:-]+/g) ?? []).filter((word) => !words.has(word));
}

function unexpectedLines(calendar: string): string[] {
  const lines = calendar
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  return lines.filter((line) => !calendarLines.test(line));
}

describe('a month of everybody in the demonstration', () => {
  let month: SimulatedMonth;
  let mails: readonly Mail[];
  let known: Known;
  let find: (text: string) => string[];

  beforeAll(async () => {
    month = await SimulatedMonth.passes();
    mails = month.council.mail.mails;
    known = await knownOf(month);
    find = finderOf(known);
  }, 180_000);
  afterAll(() => month?.council.close());

  it('the people of both teams were sent every kind of message, and everybody got their calendar', async () => {
    const rows = await month.council.rows<{ kind: string; status: string; many: number }>(
      'SELECT kind, status, CAST(count(*) AS integer) AS many FROM message GROUP BY kind, status ORDER BY kind, status',
    );
    expect(rows.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'chase.list sent',
      'digest sent',
      'invitation.cancelled sent',
      'invitation.changed sent',
      'invitation.invited sent',
      'pack.waits sent',
      'reviews.ask sent',
      'reviews.remind sent',
    ]);
    expect(mails).toHaveLength(rows.reduce((sum, { many }) => sum + many, 0));
    expect(mails.length).toBeGreaterThan(400);
    expect(known.names.length).toBeGreaterThan(300);
    expect(known.bornOn.length).toBeGreaterThan(200);
    const withSessions = month.calendars.filter(({ text }) => text.includes('BEGIN:VEVENT'));
    const whose = new Set(withSessions.map((calendar) => calendar.whose));
    for (const key of ['adaeze', 'sandra', 'priya', 'farah', 'dean', 'gareth', 'maureen', 'rosa'])
      expect(whose).toContain(key);
    for (const teams of ['sandra, of the team', 'maureen, of the team']) expect(whose).toContain(teams);
    // Whoever is in no session has a calendar too, with nothing in it.
    expect(new Set(month.calendars.map((calendar) => calendar.whose)).size).toBe(
      month.council.people.length + 2,
    );
  });

  it('nobody was sent a byte that names a family, a child or an adult, however it is packed', () => {
    const places = [
      ...mails.flatMap(readings),
      ...month.calendars.flatMap(({ whose, text }): [string, string][] => [
        [`the calendar of ${whose}`, text],
        [`the calendar of ${whose}, unfolded`, text.replace(/\r\n[ \t]/g, '')],
      ]),
    ];
    expect(places.flatMap(([place, text]) => find(text).map((name) => `${name} in ${place}`))).toEqual([]);
  });

  it('nobody was told a word but those of the product’s sentences, besides dates, figures, references and links', () => {
    const found = mails.flatMap(({ headers, parts }) => [
      ...unexpected(headers.get('subject') ?? ''),
      ...parts.flatMap(({ type, text }) =>
        type.startsWith('text/calendar') ? unexpectedLines(text) : unexpected(text),
      ),
    ]);
    const addresses = new Set(month.council.people.map(({ email }) => email));
    for (const { headers, to } of mails) {
      expect([...headers.keys()].filter((name) => !headerNames.has(name))).toEqual([]);
      expect(headers.get('from')).toBe('Group supervision <supervision@wrenshire.example>');
      expect(headers.get('to')).toBe(to.join());
      expect(addresses).toContain(headers.get('to'));
    }
    const inCalendars = month.calendars.flatMap(({ text }) => unexpectedLines(text));
    expect([...new Set([...found, ...inCalendars])]).toEqual([]);
  });

  it('a name that Sandra could not see is found all the same, in a copy of a message that hides it', () => {
    const invitation = mails.find(({ parts }) =>
      parts[1]?.text.includes('SUMMARY:Supervision: Northgate'),
    ) as Mail;
    const foundIn = (raw: string) => [...new Set(readings(readMail(raw)).flatMap(([, text]) => find(text)))];
    expect(foundIn(invitation.raw)).toEqual([]);
    const planted = (what: string | RegExp, by: string) => {
      const raw = invitation.raw.replace(what, by);
      expect(raw).not.toBe(invitation.raw);
      return foundIn(raw);
    };
    expect(planted(/^Subject: /m, 'Subject: HARTLEY: ')).toContain('hartley');
    expect(planted(/^Subject: /m, `Subject: =?UTF-8?B?${base64('Für Jaden')}?= `)).toContain('jaden');
    expect(planted(/^Subject: /m, 'Subject: =?UTF-8?Q?F=C3=BCr_J=61den?= ')).toContain('jaden');
    expect(planted('You are asked', 'Kirsty. You are asked')).toContain('kirsty');
    expect(planted('You are asked', 'Kir=\r\nsty. You are asked')).toContain('kirsty');
    expect(planted('You are asked', 'K=69rsty. You are asked')).toContain('kirsty');
    expect(planted('SUMMARY:Supervision: Northgate', 'SUMMARY:Supervision: Kaczm\r\n arek')).toContain(
      'kaczmarek',
    );
    expect(planted('SUMMARY:Supervision', 'SUMMARY:NG-1001')).toContain('ng-1001');
    expect(planted('SUMMARY:Supervision', `SUMMARY:${known.bornOn[0]}`)).toContain(known.bornOn[0]);
    const [, calendar] = invitation.parts;
    const packed = base64((calendar?.text ?? '').replace('Supervision: Northgate', 'Supervision: Mia'));
    const inBase64 = invitation.raw
      .replace('Content-Transfer-Encoding: 7bit', 'Content-Transfer-Encoding: base64')
      .replace(calendar?.text ?? '', packed);
    expect(inBase64).not.toContain('SUMMARY');
    expect(foundIn(inBase64)).toContain('mia');
  });
});

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

async function knownOf({ council }: SimulatedMonth): Promise<Known> {
  const column = async (sql: string) =>
    (await council.rows<{ told: string | null }>(sql)).flatMap(({ told }) => (told ? [told] : []));
  const names = [
    ...(await column('SELECT name AS told FROM family')),
    ...(await column('SELECT first_name AS told FROM child')),
    ...(await column('SELECT last_name AS told FROM child')),
    ...(await column('SELECT name AS told FROM adult')),
  ].flatMap(partsOfName);
  return {
    names: [
      ...names,
      ...(await column('SELECT ref AS told FROM family')),
      ...(await column('SELECT ref AS told FROM child')),
      ...(await column('SELECT words AS told FROM happening')),
      ...Object.values(typed),
      ...ofFamilies,
    ],
    bornOn: await column('SELECT born_on AS told FROM child'),
  };
}

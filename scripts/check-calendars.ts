// Gives the product's calendars and messages to programs that others wrote (khal, calcurse, python3-icalendar, aiosmtpd),
// and checks that each understands them: the times on both sides of both clock changes, an update, a cancellation.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { letter } from '../server/messages/letter.js';
import { type CalendarEvent, calendarFile } from '../shared/messages/calendar-file.js';
import { entryWords, invitationWords } from '../shared/messages/words.js';
import { MailPeer } from './calendars/mail-peer.js';
import { findPython, Khal, missingPrograms, readByCalcurse, readByPython } from './calendars/programs.js';

const missing = missingPrograms();
if (missing.length) {
  console.error(`Not installed: ${missing.join(', ')}. On Debian: apt-get install ${missing.join(' ')}`);
  process.exit(1);
}
const python = findPython() as string;
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'check-calendars-'));
const stampedAt = '2026-03-10T09:00:00.000Z';
const [from, to] = ['supervision@wrenshire.example', 'priya.raman@wrenshire.example'];
const about = {
  sessionId: randomUUID(),
  teamName: 'Northgate; Süd, \\ östlich',
  at: 'https://supervision.example',
};
const joinLink = 'https://meet.example/northgate';

/** 9:30am to 10:45am in England on a day. */
function event(date: string, more: Partial<CalendarEvent> = {}): CalendarEvent {
  const words = entryWords(about, joinLink);
  const usual = { sequence: 0, cancelled: false, startsAt: '09:30', endsAt: '10:45', joinLink, ...words };
  return { uid: `${date}@group-supervision`, date, ...usual, ...more };
}

// The days before, of and after each clock change, with the hour at UTC at which 9:30am is then.
const days = [
  ['2026-03-28', '09'],
  ['2026-03-29', '08'],
  ['2026-03-30', '08'],
  ['2026-10-24', '08'],
  ['2026-10-25', '09'],
  ['2026-10-26', '09'],
] as const;
const expected = days.map(([date, hour]) => ({
  uid: `${date}@group-supervision`,
  from: `${date}T${hour}:30`,
  to: `${date}T${String(Number(hour) + 1).padStart(2, '0')}:45`,
  summary: `Supervision: ${about.teamName}`,
  cancelled: false,
}));
const feed = calendarFile({
  method: 'PUBLISH',
  stampedAt,
  name: 'Your supervision',
  events: days.map(([date]) => event(date)),
});

/** The same event as it is first told, moved, and called off. */
const uid = `${randomUUID()}@group-supervision`;
const moved = { uid, startsAt: '11:00', endsAt: '11:30' };
const told = {
  request: { method: 'REQUEST', event: event('2026-04-21', { uid }) },
  update: { method: 'REQUEST', event: event('2026-04-21', { ...moved, sequence: 1 }) },
  cancel: { method: 'CANCEL', event: event('2026-04-21', { ...moved, sequence: 2, cancelled: true }) },
} as const;
type Told = (typeof told)[keyof typeof told];
const fileOf = ({ method, event: one }: Told) => calendarFile({ method, stampedAt, from, to, events: [one] });
const inUtc = {
  first: ['2026-04-21T08:30', '2026-04-21T09:45'],
  moved: ['2026-04-21T10:00', '2026-04-21T10:30'],
};

const checks: [string, () => void | Promise<void>][] = [
  [
    'python3-icalendar: the times of both clock changes',
    () => assert.deepEqual(readByPython(python, feed), expected),
  ],
  [
    'python3-icalendar: a request, its update and its cancellation',
    () => {
      const seen = Object.values(told).map((one) => readByPython(python, fileOf(one))[0]);
      assert.deepEqual(
        seen.map((one) => [one?.uid, one?.from, one?.cancelled]),
        [
          [uid, inUtc.first[0], false],
          [uid, inUtc.moved[0], false],
          [uid, inUtc.moved[0], true],
        ],
      );
    },
  ],
  [
    'khal: the times of both clock changes, imported twice and there once',
    () => {
      const khal = new Khal(fs.mkdtempSync(path.join(dir, 'feed-')));
      khal.imports(feed);
      khal.imports(feed);
      assert.deepEqual([...khal.has('2026-03-27', 5), ...khal.has('2026-10-23', 5)], expected);
    },
  ],
  [
    'khal: an update moves the entry, a cancellation calls it off',
    () => {
      const khal = new Khal(fs.mkdtempSync(path.join(dir, 'invitation-')));
      const after = (one: Told) => {
        khal.imports(fileOf(one));
        return khal.has('2026-04-21', 1).map((seen) => [seen.uid, seen.from, seen.to, seen.cancelled]);
      };
      assert.deepEqual(after(told.request), [[uid, ...inUtc.first, false]]);
      assert.deepEqual(after(told.update), [[uid, ...inUtc.moved, false]]);
      assert.deepEqual(after(told.cancel), [[uid, ...inUtc.moved, true]]);
    },
  ],
  [
    'calcurse: the times of both clock changes, in London and at UTC',
    () => {
      const plain = expected.map(({ uid: _, cancelled: __, ...one }) => one);
      assert.deepEqual(readByCalcurse(dir, 'UTC', feed), plain);
      const local = days.map(([date]) => ({
        from: `${date}T09:30`,
        to: `${date}T10:45`,
        summary: `Supervision: ${about.teamName}`,
      }));
      assert.deepEqual(readByCalcurse(dir, 'Europe/London', feed), local);
    },
  ],
  ['aiosmtpd: each message arrives whole, its calendar last and readable', () => throughMail()],
];

async function throughMail(): Promise<void> {
  const peer = await MailPeer.open(python, dir);
  try {
    const transport = createTransport({ url: `smtp://127.0.0.1:${peer.port}` });
    for (const one of Object.values(told)) {
      const words = invitationWords(
        one.method === 'CANCEL' ? 'cancelled' : 'invited',
        about,
        one.event,
        joinLink,
      );
      await transport.sendMail(letter({ id: randomUUID(), from, to, ...words, calendar: one, stampedAt }));
    }
    transport.close();
    const got = peer.got();
    assert.equal(got.length, 3);
    for (const mail of got) {
      assert.deepEqual([mail.from, mail.to], [`Group supervision <${from}>`, to]);
      assert.match(mail.subject, /21 April 2026/);
      assert.match(mail.messageId, /^<[0-9a-f-]{36}@wrenshire\.example>$/);
      assert.equal(mail.type, 'multipart/alternative');
      assert.deepEqual(
        mail.parts.map((part) => [part.type, part.attached]),
        [
          ['text/plain', false],
          ['text/calendar', false],
        ],
      );
      const part = mail.parts[1];
      assert.ok(part);
      assert.ok(part.text.includes(`METHOD:${part.method}`), 'the type names the method of the file');
      assert.equal(readByPython(python, part.text)[0]?.uid, uid);
    }
    assert.deepEqual(got.map(({ parts }) => parts[1]?.method).sort(), ['CANCEL', 'REQUEST', 'REQUEST']);
  } finally {
    peer.close();
  }
}

let failed = 0;
for (const [name, check] of checks) {
  try {
    await check();
    console.log(`good  ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`BAD   ${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}
fs.rmSync(dir, { recursive: true, force: true });
console.log(`\n${checks.length - failed} of ${checks.length} as others understand them`);
process.exit(failed ? 1 : 0);

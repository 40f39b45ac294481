import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEvent, type CalendarFile, calendarFile } from './calendar-file.js';

const event: CalendarEvent = {
  uid: 'one@group-supervision',
  sequence: 0,
  cancelled: false,
  date: '2026-03-27',
  startsAt: '09:30',
  endsAt: '10:45',
  summary: 'Supervision: Northgate',
  description: 'Reference S-1A2B3C4D\nhttps://supervision.example.gov.uk/sessions/1',
  url: 'https://supervision.example.gov.uk/sessions/1',
  joinLink: 'https://meet.example/1;a=1,2',
};
const file: CalendarFile = { method: 'PUBLISH', stampedAt: '2026-03-10T09:00:00.000Z', events: [event] };

/** The events as another author's reader finds them, by the zone in the file and no other. */
function read(text: string): InstanceType<typeof ICAL.Event>[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  const zone = new ICAL.Timezone(
    calendar.getFirstSubcomponent('vtimezone') as InstanceType<typeof ICAL.Component>,
  );
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const one = new ICAL.Event(component);
    one.startDate.zone = zone;
    one.endDate.zone = zone;
    return one;
  });
}

describe('a calendar file', () => {
  it.each([
    ['the day before clocks go forward', '2026-03-28', '2026-03-28T09:30:00.000Z'],
    ['the day clocks go forward', '2026-03-29', '2026-03-29T08:30:00.000Z'],
    ['the Monday after', '2026-03-30', '2026-03-30T08:30:00.000Z'],
    ['the day before clocks go back', '2026-10-24', '2026-10-24T08:30:00.000Z'],
    ['the day clocks go back', '2026-10-25', '2026-10-25T09:30:00.000Z'],
    ['the Monday after that', '2026-10-26', '2026-10-26T09:30:00.000Z'],
  ])('Priya’s calendar shows half past nine on %s', (_, date, instant) => {
    const [one] = read(calendarFile({ ...file, events: [{ ...event, date }] }));
    expect(one?.startDate.toJSDate().toISOString()).toBe(instant);
    expect(one?.duration.toString()).toBe('PT1H15M');
  });

  it('whatever words are in it, a reader by another author finds the same, on lines of at most 75 octets', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((s) => s.replace(/\p{Cc}/gu, '\n'));
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const text = calendarFile({ ...file, events: [{ ...event, summary, description }] });
        const [one] = read(text);
        expect([one?.summary, one?.description]).toEqual([summary, description]);
        const lines = text.split('\r\n');
        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        // Each line is whole characters: it reads the same when it is taken by itself.
        expect(lines.every((line) => Buffer.from(line, 'utf8').toString('utf8') === line)).toBe(true);
      }),
    );
  });

  it('an address that holds a line break adds no line of its own', () => {
    const joinLink = 'https://meet.example/1\r\nATTACH:https://evil.example';
    const text = calendarFile({ ...file, events: [{ ...event, joinLink }] });
    expect(
      text
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .filter((line) => line.startsWith('ATTACH')),
    ).toEqual([]);
  });

  it('an invitation says who sends it and asks for no answer', () => {
    const text = calendarFile({
      ...file,
      method: 'REQUEST',
      from: 'supervision@wrenshire.example',
      to: 'p@wrenshire.example',
    });
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('\r\nMETHOD:REQUEST\r\n');
    expect(unfolded).toContain('\r\nORGANIZER:mailto:supervision@wrenshire.example\r\n');
    expect(unfolded).toMatch(/\r\nATTENDEE;[^:\r]*RSVP=FALSE:mailto:p@wrenshire\.example\r\n/);
    expect(unfolded).toMatch(/\r\nDTSTAMP:20260310T090000Z\r\n/);
  });
});

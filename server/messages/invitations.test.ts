import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Mail } from '../../test/support/mail.js';
import { PreparedMonth } from '../../test/support/prepared-month.js';

describe('invitations', () => {
  let month: PreparedMonth;
  beforeAll(async () => {
    month = await new PreparedMonth().open();
  });
  afterAll(() => month?.close());
  beforeEach(() => {
    month.mail.mails.length = 0;
  });

  const to = (name: string): Mail[] =>
    month.mail.mails.filter((one) => one.to.some((a) => a.startsWith(`${name}.`)));

  /** The calendar of a message as another author's reader finds it. */
  function eventIn(mail: Mail | undefined) {
    const part = mail?.parts.at(-1);
    const calendar = new ICAL.Component(ICAL.parse(part?.text ?? '') as [string, unknown[], unknown[]]);
    const component = calendar.getFirstSubcomponent('vevent') as InstanceType<typeof ICAL.Component>;
    const event = new ICAL.Event(component);
    return {
      method: calendar.getFirstPropertyValue('method'),
      inType: /method=(\w+)/.exec(part?.type ?? '')?.[1],
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      organizer: event.organizer,
      attendee: event.attendees.map((one) => one.getFirstValue()),
      join: component.getFirstPropertyValue('conference'),
    };
  }

  it('each is asked for their own block: chair for the whole, a worker from the first of theirs to the last', async () => {
    expect(await month.invites()).toBe(4);
    const blocks = ['adaeze', 'priya', 'dean', 'lorna'].map((name) => {
      const { from, to: until } = eventIn(to(name)[0]);
      return [name, from, until];
    });
    expect(blocks).toEqual([
      ['adaeze', '2026-03-31T09:30:00', '2026-03-31T12:30:00'],
      ['priya', '2026-03-31T09:30:00', '2026-03-31T11:00:00'],
      ['dean', '2026-03-31T09:30:00', '2026-03-31T10:15:00'],
      ['lorna', '2026-03-31T10:15:00', '2026-03-31T11:00:00'],
    ]);
    expect(eventIn(to('dean')[0])).toMatchObject({
      method: 'REQUEST',
      inType: 'REQUEST',
      sequence: 0,
      status: 'CONFIRMED',
      organizer: 'mailto:supervision@wrenshire.example',
      attendee: ['mailto:dean.marlow@wrenshire.example'],
      join: 'https://meet.example/northgate',
    });
  });

  it('the calendar is the last of the alternatives, no attachment, and its type names the method', async () => {
    await month.write((tx) => tx.run('DELETE FROM invite'));
    await month.write((tx) => tx.run('DELETE FROM message'));
    await month.invites();
    const [mail] = to('dean');
    expect(mail?.headers.get('content-type')).toMatch(/^multipart\/alternative/);
    expect(mail?.parts.map(({ type }) => type.split(';')[0])).toEqual(['text/plain', 'text/calendar']);
    expect(mail?.parts.some(({ headers }) => headers.has('content-disposition'))).toBe(false);
    expect(mail?.headers.get('from')).toContain('<supervision@wrenshire.example>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.parts[1]?.text).toContain('RSVP=FALSE');
  });

  it('whoever has been told everything is told nothing again', async () => {
    expect(await month.invites()).toBe(0);
    expect(month.mail.mails).toEqual([]);
  });

  it('a change goes to those whom it changes, under the same UID with a higher sequence', async () => {
    const [before] = await month.rows<{ sequence: number }>(
      'SELECT sequence FROM invite WHERE person_id = $1',
      [month.people.lorna.id],
    );
    await month.write((tx) =>
      tx.run('UPDATE slot SET minutes = 60 WHERE id = $1', [month.families[0]?.slotId]),
    );
    expect(await month.invites()).toBe(3);
    expect(to('adaeze')).toEqual([]);
    expect(eventIn(to('lorna')[0])).toMatchObject({
      method: 'REQUEST',
      uid: `${month.sessionId}.${month.people.lorna.id}@group-supervision`,
      sequence: (before?.sequence ?? 0) + 1,
      from: '2026-03-31T10:30:00',
    });
    expect(to('lorna')[0]?.headers.get('subject')).toContain('Supervision has changed');
  });

  it('whoever is needed no more gets a cancellation that takes the entry away, and can be asked again', async () => {
    await month.write((tx) =>
      tx.run('UPDATE slot SET position = -1 WHERE id = $1', [month.families[0]?.slotId]),
    );
    await month.invites();
    const off = eventIn(to('dean')[0]);
    expect(off).toMatchObject({ method: 'CANCEL', inType: 'CANCEL', status: 'CANCELLED', sequence: 2 });
    expect(off.uid).toBe(`${month.sessionId}.${month.people.dean.id}@group-supervision`);
    month.mail.mails.length = 0;
    await month.write((tx) =>
      tx.run('UPDATE slot SET position = 0 WHERE id = $1', [month.families[0]?.slotId]),
    );
    await month.invites();
    expect(eventIn(to('dean')[0])).toMatchObject({ method: 'REQUEST', uid: off.uid, sequence: 3 });
  });

  it('a session that nobody is left in is off for everybody, the chair too', async () => {
    await month.write((tx) => tx.run(`UPDATE slot SET position = -1, outcome = 'cancelled'`));
    expect(await month.invites()).toBe(4);
    expect(month.mail.mails.map((one) => eventIn(one).method)).toEqual([
      'CANCEL',
      'CANCEL',
      'CANCEL',
      'CANCEL',
    ]);
    expect(await month.invites()).toBe(0);
  });

  it('somebody without an address does not count as told, and is told once they have one', async () => {
    await month.write(async (tx) => {
      await tx.run('UPDATE slot SET position = 0, outcome = NULL');
      await tx.run('UPDATE person SET email = NULL WHERE id = $1', [month.people.lorna.id]);
    });
    expect(await month.invites()).toBe(3);
    await month.write((tx) =>
      tx.run(`UPDATE person SET email = 'lorna.hale@wrenshire.example' WHERE id = $1`, [
        month.people.lorna.id,
      ]),
    );
    expect(await month.invites()).toBe(1);
    expect(to('lorna')).toHaveLength(1);
  });

  it('what was told, and by whose hand, is in the history of the session', async () => {
    const acts = await month.rows<{ by_id: string; says: string }>(
      `SELECT by_id, says FROM act WHERE kind = 'session.invite'`,
    );
    expect(acts.every(({ by_id }) => by_id === month.people.sandra.id)).toBe(true);
    expect(acts.map(({ says }) => says)).toContain('told 4 people when they are needed');
  });
});

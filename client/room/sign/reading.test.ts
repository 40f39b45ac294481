import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../../shared/refusals.js';
import { Live } from '../../live/live.js';
import { MemoryOutbox } from '../../live/outbox/outbox.js';
import { adaeze, discussion, farah, opens, writing } from '../../live/testing/people.js';
import { SmallServer } from '../../live/testing/small-server.js';
import { StillWorld } from '../../live/testing/still-world.js';
import { readNow, readUpTo } from './reading.js';

async function atReadBack() {
  const time = new StillWorld();
  const server = new SmallServer({ now: time.now, later: time.later, delay: () => 5 });
  opens(server);
  const live = new Live(
    server.lineFor(() => adaeze),
    new MemoryOutbox(),
    time,
  );
  live.start();
  live.show(discussion);
  await time.pass(100);
  return {
    time,
    server,
    view: () => live.view(discussion),
    adaezeWrites: (text: string) =>
      void live.change(discussion, 'prose.edit', writing(text, 'review/social-work')),
    farahWrites: (text: string) =>
      server.record(discussion, 'prose.edit', writing(text, 'review/mental-health'), farah.personId),
  };
}

describe('what a chair has read when they sign', () => {
  it('their own last words count as read, though the record had them only after the press', async () => {
    const { time, view, adaezeWrites, server } = await atReadBack();
    adaezeWrites('Priya sees them on Friday.');
    const reading = readNow(view());
    await time.pass(100);
    expect(readUpTo(reading, view())).toBe(server.log(discussion).entries.length);
  });

  it('words of somebody else that came after the press are not read', async () => {
    const { time, view, adaezeWrites, farahWrites, server } = await atReadBack();
    adaezeWrites('Priya sees them on Friday.');
    const reading = readNow(view());
    farahWrites('Agnieszka did not come.');
    await time.pass(100);
    expect(readUpTo(reading, view())).toBeLessThan(server.log(discussion).entries.length);
  });

  it('words of somebody else that took the place of their own refused words are not read', async () => {
    const { time, view, adaezeWrites, farahWrites, server } = await atReadBack();
    adaezeWrites('Priya sees them on Friday.');
    const reading = readNow(view());
    server.refusing = refusal('too-long');
    await time.pass(100);
    farahWrites('Agnieszka did not come.');
    await time.pass(100);
    expect(reading.seq + reading.own).toBe(server.log(discussion).entries.length);
    expect(readUpTo(reading, view())).toBeNull();
  });

  it('words of somebody else are not read where their own turn out to have been in the record before the page was opened', async () => {
    const { time, server } = await atReadBack();
    const payload = writing('Priya sees them on Friday.', 'review/social-work');
    const change = { id: 'adaeze-wrote-just-before', kind: 'prose.edit', payload };
    server.change(discussion, change, adaeze);
    const waiting = [{ logId: discussion, change, at: '2026-03-10T09:30:00.000Z' }];
    const line = server.lineFor(() => adaeze);
    const outbox = Object.assign(new MemoryOutbox(), { takeOver: async () => ({ waiting, kept: [] }) });
    const live = new Live(line, outbox, time);
    live.start();
    live.show(discussion);
    const view = () => live.view(discussion);
    await time.pass(10);
    const reading = readNow(view());
    expect(reading).toMatchObject({ seq: server.log(discussion).entries.length, own: 1 });
    server.record(
      discussion,
      'prose.edit',
      writing('Agnieszka did not come.', 'review/mental-health'),
      farah.personId,
    );
    await time.pass(100);
    expect(view()).toMatchObject({ pending: [], seq: reading.seq + 1 });
    expect(readUpTo(reading, view())).toBe(reading.seq);
  });

  it('nobody signs while their own last words are not answered', async () => {
    const { view, adaezeWrites } = await atReadBack();
    adaezeWrites('Priya sees them on Friday.');
    expect(readUpTo(readNow(view()), view())).toBeNull();
  });
});

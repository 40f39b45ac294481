import { describe, expect, it } from '@jest/globals';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { proseText } from '../../shared/live/prose.js';
import { askEvery, Live } from './live.js';
import type { LogView } from './log-view.js';
import { MemoryOutbox } from './outbox/outbox.js';
import { adaeze, discussion, farah, opens, writing } from './testing/people.js';
import { SmallServer } from './testing/small-server.js';
import { StillWorld } from './testing/still-world.js';

const field = 'review/mental-health';

/** Adaeze and Farah have the page open; the server's copy is from before either wrote. */
async function copied() {
  const time = new StillWorld();
  const server = new SmallServer({ now: time.now, later: time.later, delay: () => 5 });
  opens(server);
  const sits = (who: typeof adaeze) => {
    const line = server.lineFor(() => who);
    const live = new Live(line, new MemoryOutbox(), time);
    live.start();
    live.show(discussion);
    const view = () => live.view(discussion) as LogView<DiscussionState>;
    const reads = (of = field) => proseText(view().state.prose[of]);
    return { line, live, view, reads };
  };
  const people = { adaeze: sits(adaeze), farah: sits(farah) };
  await time.pass(100);
  const records = (text: string, of = field) =>
    server.record(discussion, 'prose.edit', writing(text, of), farah.personId);
  return { time, server, records, before: server.log(discussion).entries.length, ...people };
}

describe('somebody whose page holds words that the restored record does not', () => {
  it('reads what the record holds, though it has grown as long as their page meanwhile', async () => {
    const { time, server, records, before, adaeze: chair } = await copied();
    records('She came twice.');
    await time.pass(100);
    expect(chair.reads()).toBe('She came twice.');

    server.restores(discussion, before);
    records('She came once.');
    expect(server.log(discussion).entries).toHaveLength(chair.view().seq);
    chair.line.restore();
    await time.pass(100);
    expect(chair.reads()).toBe('She came once.');
    expect(chair.view().restored).toBe(1);
  });

  it('reads on from there by entries, as ever', async () => {
    const { time, server, records, before, adaeze: chair } = await copied();
    records('She came twice.');
    await time.pass(100);
    server.restores(discussion, before);
    records('She came once. ');
    records('The school rang.', 'review/social-work');
    chair.line.restore();
    await time.pass(100);
    records('No fee was paid.', 'decision');
    await time.pass(askEvery);
    expect(chair.reads('decision')).toBe('No fee was paid.');
    expect(chair.view()).toMatchObject({ restored: 1, seq: server.log(discussion).entries.length });
  });

  it('reads what it holds also where it is still shorter', async () => {
    const { time, server, records, before, adaeze: chair } = await copied();
    records('She came twice.');
    await time.pass(100);
    server.restores(discussion, before);
    chair.line.restore();
    await time.pass(100);
    expect(chair.reads()).toBe('');
    expect(chair.view()).toMatchObject({ restored: 1, seq: before });
  });

  it('has their own words sent again that were answered and are forgotten, while entries before them were missing', async () => {
    const { time, server, before, farah: writer } = await copied();
    let losing = true;
    // What was recorded just before hers never reaches her: her own answered words wait for it.
    const { hears } = writer.line;
    const heard = hears!.entries;
    hears!.entries = (news) => void (losing || heard(news));
    writer.line.since = async () => {
      throw new Error('lost');
    };
    server.record(
      discussion,
      'prose.edit',
      writing('From the school.', 'review/social-work'),
      adaeze.personId,
    );
    void writer.live.change(discussion, 'prose.edit', writing('She came twice.', field));
    await time.pass(50);
    expect(writer.view()).toMatchObject({ waiting: 0, pending: [{ acked: before + 2 }] });

    server.restores(discussion, before - 1);
    losing = false;
    opens(server);
    writer.line.restore();
    await time.pass(100);
    expect(proseText((server.log(discussion).state as DiscussionState).prose[field])).toBe('She came twice.');
    expect(writer.view().pending).toEqual([]);
  });
});

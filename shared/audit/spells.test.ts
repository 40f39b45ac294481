import { describe, expect, it } from '@jest/globals';
import { allocated, exempted, on } from '../../test/support/audit.js';
import type { ClockEvent } from '../cadence/events.js';
import { episodes } from '../cadence/timeline.js';
import { exemptIn, exemptSpells } from './spells.js';

const ended = (day: string): ClockEvent => ({ ...on(day), kind: 'exemption-ended' });
const closed = (day: string): ClockEvent => ({ ...on(day), kind: 'closed', reason: '' });
const spells = (...events: ClockEvent[]) =>
  exemptSpells(episodes([allocated('2026-01-05'), ...events], '2026-12-31').at(-1)!);

describe('the days on which a family was exempt', () => {
  it('last until and with the day that was approved, or until the day before it was ended', () => {
    expect(spells(exempted('2026-02-02', '2026-02-20'))).toEqual([{ from: '2026-02-02', to: '2026-02-20' }]);
    expect(spells(exempted('2026-02-02', '2026-02-20'), ended('2026-02-10'))).toEqual([
      { from: '2026-02-02', to: '2026-02-09' },
    ]);
    expect(spells(exempted('2026-02-02'))).toEqual([{ from: '2026-02-02', to: null }]);
    expect(spells(exempted('2026-02-02'), closed('2026-03-02'))).toEqual([
      { from: '2026-02-02', to: '2026-03-01' },
    ]);
  });

  it('pass over to a newer exemption, which may end sooner', () => {
    expect(spells(exempted('2026-02-02', '2026-03-31'), exempted('2026-02-10', '2026-02-12'))).toEqual([
      { from: '2026-02-02', to: '2026-02-09' },
      { from: '2026-02-10', to: '2026-02-12' },
    ]);
  });

  it('touch a month when one of its days is among them', () => {
    const [episode] = episodes([allocated('2026-01-05'), exempted('2026-02-02', '2026-02-28')], '2026-12-31');
    expect(exemptIn(episode!, '2026-02-28', '2026-03-31')).toBe(true);
    expect(exemptIn(episode!, '2026-03-01', '2026-03-31')).toBe(false);
    expect(exemptIn(episode!, '2026-01-05', '2026-02-01')).toBe(false);
  });
});

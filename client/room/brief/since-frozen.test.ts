import { describe, expect, it } from '@jest/globals';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { addedSince } from './since-frozen.js';

describe('what was added after a brief was frozen', () => {
  const frozenAt = '2026-03-30T11:00:00.000Z';
  const at = (instant: string) => ({ updates: [], writers: [], size: 0, at: instant });
  const state = {
    prose: {
      'review/recovery': at('2026-03-30T11:00:00.001Z'),
      'review/social-work': at('2026-03-30T11:00:00.000Z'),
      'voice/one': at('2026-03-30T15:00:00.000Z'),
      'voice/two': at('2026-03-30T16:00:00.000Z'),
    },
    reviews: {
      'mental-health': { at: '2026-03-30T12:00:00.000Z' },
      recovery: { at: '2026-03-30T12:00:00.000Z' },
    },
  } as unknown as DiscussionState;

  it('Adaeze reads which reviews and which other words are newer, each once', () => {
    expect(addedSince(state, frozenAt)).toEqual(['Mental health', 'Recovery', 'In their own words']);
  });

  it('and that nothing is, when nothing is', () => {
    expect(addedSince(state, '2026-03-31T09:00:00.000Z')).toEqual([]);
  });
});

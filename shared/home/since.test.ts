import { describe, expect, it } from '@jest/globals';
import { newsFrom } from './since.js';

const now = new Date('2026-03-10T09:12:00.000Z');

describe('since when things are news', () => {
  it('Dean, here for the first time, is told of the last week', () => {
    expect(newsFrom(null, now)).toBe('2026-03-03T09:12:00.000Z');
  });

  it('coming back after hours away, he is told of what came since he was last here', () => {
    const looked = { at: '2026-03-09T16:00:00.000Z', beforeAt: '2026-03-06T10:00:00.000Z' };
    expect(newsFrom(looked, now)).toBe(looked.at);
  });

  it('a minute after he opened the page it does not empty before his eyes', () => {
    const looked = { at: '2026-03-10T09:11:00.000Z', beforeAt: '2026-03-09T16:00:00.000Z' };
    expect(newsFrom(looked, now)).toBe(looked.beforeAt);
  });

  it('after two months away he is told of four weeks, not of everything', () => {
    const looked = { at: '2026-01-09T16:00:00.000Z', beforeAt: '2026-01-06T10:00:00.000Z' };
    expect(newsFrom(looked, now)).toBe('2026-02-10T09:12:00.000Z');
  });
});

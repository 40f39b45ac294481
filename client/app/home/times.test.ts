import { describe, expect, it } from '@jest/globals';
import { dueSays, greeting } from './times.js';

describe('times on the home page', () => {
  it('a person is greeted by the clock in England', () => {
    expect(greeting(new Date('2026-06-10T11:30:00Z'))).toBe('Good afternoon');
    expect(greeting(new Date('2026-01-10T11:30:00Z'))).toBe('Good morning');
    expect(greeting(new Date('2026-01-10T18:30:00Z'))).toBe('Good evening');
  });

  it('an owner reads what is late and what is not', () => {
    const now = new Date('2026-03-10T09:12:00Z');
    const say = (date: string) => date;
    expect(dueSays('2026-03-09', now, say)).toEqual({ words: 'due yesterday', late: true });
    expect(dueSays('2026-03-10', now, say)).toEqual({ words: 'due today', late: false });
    expect(dueSays('2026-03-13', now, say)).toEqual({ words: 'due 2026-03-13', late: false });
    expect(dueSays('2026-02-13', now, say)).toEqual({ words: 'was due 2026-02-13', late: true });
    expect(dueSays(null, now, say)).toEqual({ words: 'no date yet', late: false });
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  axisDate,
  clockTime,
  countOf,
  dateAndTime,
  inAbout,
  listed,
  localDate,
  longDate,
  overBy,
  shortDate,
  timeOfDay,
  timeRange,
  timer,
  weekdayDate,
  weekdayShortDate,
  wordCount,
  wordsSay,
  writingSays,
} from './format.js';

describe('how dates and times are said', () => {
  it('a reader sees a date with its month in words', () => {
    expect(longDate('2026-03-10')).toBe('10 March 2026');
    expect(weekdayDate(new Date('2026-03-10T09:12:00Z'))).toBe('Tuesday 10 March 2026');
    expect(dateAndTime('2026-03-10T09:12:00Z')).toBe('10 March 2026, 9:12am');
    expect(axisDate('2026-09-09')).toBe('9 Sep');
  });

  it('a reader sees the year only when it could be another', () => {
    expect(shortDate('2026-03-13', '2026-03-10')).toBe('13 March');
    expect(shortDate('2025-11-24', '2026-03-10')).toBe('24 November 2025');
    expect(weekdayShortDate('2026-03-13', '2026-03-10')).toBe('Friday 13 March');
  });

  it('a chair reads times on the London clock in winter and in summer', () => {
    expect(clockTime('2026-03-10T09:30:00Z')).toBe('9:30am');
    expect(clockTime('2026-06-10T09:00:00Z')).toBe('10am');
    expect(clockTime('2026-03-10T12:00:00Z')).toBe('12pm');
    expect(clockTime('2026-03-10T00:05:00Z')).toBe('12:05am');
    expect(timeRange('2026-03-10T09:30:00Z', '2026-03-10T10:00:00Z')).toBe('9:30am to 10am');
  });

  it('a planned time of day reads the same whatever the zone', () => {
    expect(['09:30', '10:00', '12:00', '00:05', '16:45'].map(timeOfDay)).toEqual([
      '9:30am',
      '10am',
      '12pm',
      '12:05am',
      '4:45pm',
    ]);
  });

  it('a late evening in summer belongs to the London day it was lived in', () => {
    expect(localDate('2026-06-10T23:30:00Z')).toBe('2026-06-11');
    expect(localDate('2026-03-10T23:30:00Z')).toBe('2026-03-10');
  });

  it('a specialist is told how long there is, never by the second', () => {
    const now = '2026-03-10T09:12:00Z';
    expect(inAbout('2026-03-10T09:30:00Z', now)).toBe('in about 18 min');
    expect(inAbout('2026-03-10T09:12:10Z', now)).toBe('now');
    expect(inAbout('2026-03-10T12:12:00Z', now)).toBe('in about 3 hours');
    expect(inAbout('2026-03-13T09:12:00Z', now)).toBe('in 3 days');
  });

  it('a chair reads the step timer, and how far it has run over', () => {
    expect(timer(130)).toBe('2:10');
    expect(timer(-4)).toBe('0:00');
    expect(overBy(40)).toBe('40 s over');
    expect(overBy(150)).toBe('2 min over');
  });
});

describe('how amounts and people are said', () => {
  it('a writer is shown how many words there are, not a limit', () => {
    expect(wordCount('')).toBe(0);
    expect(wordCount('  Kirsty – their mum – rang.\nTwice ')).toBe(5);
    expect(wordsSay(1, 400)).toBe('1 word, 400 is plenty');
    expect(wordsSay(52, 400)).toBe('52 words, 400 is plenty');
  });

  it('a person reads one change and many families', () => {
    expect(countOf(1, 'change')).toBe('1 change');
    expect(countOf(3, 'change')).toBe('3 changes');
    expect(countOf(2, 'family', 'families')).toBe('2 families');
  });

  it('a room reads at most two names of those who write', () => {
    expect(listed([])).toBe('');
    expect(listed(['Priya', 'Lorna', 'Dean'])).toBe('Priya, Lorna and Dean');
    expect(writingSays(['Sandra'])).toBe('Sandra is writing');
    expect(writingSays(['Sandra', 'Tom'])).toBe('Sandra and Tom are writing');
    expect(writingSays(['Sandra', 'Tom', 'Farah', 'Dean'])).toBe('Sandra, Tom and 2 more are writing');
  });
});

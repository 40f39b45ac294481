import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readLocalDate } from './local-date.js';

describe('a date as an authority writes it', () => {
  it.each([
    [36426, '1999-09-23'],
    [61, '1900-03-01'],
    [45292.99999999, '2024-01-02'],
    [45292.5, '2024-01-01'],
    ['23/09/1999', '1999-09-23'],
    ['3/9/1999', '1999-09-03'],
    ['23-09-1999', '1999-09-23'],
    ['23.09.1999', '1999-09-23'],
    ['1999-09-23', '1999-09-23'],
    ['1999-09-23T00:00:00', '1999-09-23'],
    ['1999-09-23 00:00:00.000', '1999-09-23'],
    ['23/09/1999 00:00', '1999-09-23'],
    ['23 Sep 1999', '1999-09-23'],
    ['23rd September 1999', '1999-09-23'],
    ['23-Sep-1999', '1999-09-23'],
    ['36426', '1999-09-23'],
    ['29/02/2024', '2024-02-29'],
  ])('is read: %s', (written, date) => {
    expect(readLocalDate(written)).toBe(date);
  });

  it('counts from 1904 in a workbook that says so', () => {
    expect(readLocalDate(36426 - 1462, true)).toBe('1999-09-23');
  });

  it.each([
    '09/23/1999',
    '31/02/2024',
    '29/02/2023',
    '23/09/99',
    '1999',
    'soon',
    '',
    '2024-13-01',
    '12598894',
    12_598_894,
    -1,
    0.5,
    Number.NaN,
  ])('is not guessed: %s', (written) => {
    expect(readLocalDate(written)).toBeUndefined();
  });

  it('is the same day whichever of the ways it is written, for any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_000 }), (serial) => {
        const day = readLocalDate(serial) as string;
        const [y, m, d] = day.split('-');
        expect(readLocalDate(`${d}/${m}/${y}`)).toBe(day);
        expect(readLocalDate(day)).toBe(day);
        expect(Temporal.PlainDate.from('1899-12-30').until(day).days).toBe(serial);
      }),
    );
  });
});

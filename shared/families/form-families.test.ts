import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ListedChild, MapLine } from './children-in-need.js';
import { formFamilies } from './form-families.js';

function child(childRef: string, over: Partial<ListedChild> = {}): ListedChild {
  return {
    childRef,
    gender: 'unknown',
    ethnicity: null,
    bornOn: null,
    expectedOn: null,
    unborn: false,
    disability: 'unknown',
    status: 'child-in-need',
    cinStart: '2026-01-09',
    need: null,
    lastSeenOn: null,
    closedOn: null,
    closureReason: null,
    team: 'Northgate',
    worker: 'Priya Raman',
    protection: [],
    ...over,
  };
}

const plan = (start: string, end: string | null = null) => ({
  start,
  end,
  initialCategory: null,
  latestCategory: null,
  lastVisitOn: null,
  seenAlone: 'unknown' as const,
  lastReviewOn: null,
});
const line = (row: number, childRef: string, familyRef: string, over: Partial<MapLine> = {}): MapLine => ({
  row,
  childRef,
  familyRef,
  familyName: null,
  allocatedOn: null,
  childFirstName: null,
  ...over,
});

describe('an authority’s map', () => {
  it('makes families: names, first names, and the date it gives starts the clock', () => {
    const { families } = formFamilies(
      [child('7'), child('8')],
      [
        line(2, '7', 'F1', { familyName: 'Doyle', allocatedOn: '2026-02-01', childFirstName: 'Maya' }),
        line(3, '8', 'F1'),
      ],
    );
    expect(families).toHaveLength(1);
    expect(families[0]).toMatchObject({
      familyRef: 'F1',
      familyName: 'Doyle',
      allocatedOn: '2026-02-01',
      allocatedFrom: 'map',
      open: true,
      team: 'Northgate',
      worker: 'Priya Raman',
    });
    expect(families[0]?.children.map((c) => [c.listed.childRef, c.firstName])).toEqual([
      ['7', 'Maya'],
      ['8', null],
    ]);
  });

  it('without a date leaves the clock to the latest plan start of a child who is still open', () => {
    const children = [
      child('1', {
        cinStart: '2025-05-01',
        protection: [plan('2025-08-01', '2025-12-01'), plan('2026-01-14')],
      }),
      child('2', { cinStart: '2025-11-01' }),
      child('3', { cinStart: '2026-03-01', status: 'closed', closedOn: '2026-03-05' }),
    ];
    const { families } = formFamilies(children, [line(2, '1', 'F'), line(3, '2', 'F'), line(4, '3', 'F')]);
    expect(families[0]).toMatchObject({
      allocatedOn: '2026-01-14',
      allocatedFrom: 'plan',
      open: true,
      closedOn: null,
    });
  });

  it('closes a family only when its last child is closed, on the day that one was', () => {
    const closed = (ref: string, on: string) => child(ref, { status: 'closed', closedOn: on });
    const map = [line(2, '1', 'F'), line(3, '2', 'F')];
    expect(formFamilies([closed('1', '2026-01-01'), child('2')], map).families[0]).toMatchObject({
      open: true,
      closedOn: null,
    });
    expect(
      formFamilies([closed('1', '2026-01-01'), closed('2', '2026-02-01')], map).families[0],
    ).toMatchObject({ open: false, closedOn: '2026-02-01' });
  });

  it('that contradicts itself is said by row, and no child is in two families', () => {
    const { families, remarks } = formFamilies(
      [child('1'), child('2')],
      [
        line(2, '1', 'F', { familyName: 'A', allocatedOn: '2026-02-01' }),
        line(3, '2', 'F', { familyName: 'B', allocatedOn: '2026-01-01' }),
        line(4, '1', 'G'),
        line(5, '9', 'F'),
      ],
    );
    expect(families).toEqual([expect.objectContaining({ familyName: 'A', allocatedOn: '2026-01-01' })]);
    expect(remarks.map((r) => [r.row, r.leftOut])).toEqual([
      [4, true],
      [5, true],
      [2, false],
      [2, false],
    ]);
  });

  it('that forgets a child leaves them a family of one, under another reference when theirs is taken', () => {
    const { families, unmapped } = formFamilies([child('1'), child('2'), child('3')], [line(2, '1', '2')]);
    expect(families.map((f) => [f.familyRef, f.children.length])).toEqual([
      ['2', 1],
      ['2-alone', 1],
      ['3', 1],
    ]);
    expect(unmapped).toEqual(['2', '3']);
  });
});

describe('children without a map', () => {
  it('are families of one; those with the same start, team and worker are suggested, never made', () => {
    const { families, suggestions, unmapped } = formFamilies(
      [
        child('1'),
        child('2'),
        child('3', { worker: null }),
        child('4', { status: 'closed' }),
        child('5', { team: 'Southgate' }),
      ],
      [],
    );
    expect(families.map((f) => f.children.length)).toEqual([1, 1, 1, 1, 1]);
    expect(suggestions).toEqual([
      {
        childRefs: ['1', '2'],
        because: 'the same start (2026-01-09), team (Northgate) and worker (Priya Raman)',
      },
    ]);
    expect(unmapped).toEqual([]);
  });
});

describe('whatever the lists and the map hold', () => {
  const ref = fc.constantFrom('1', '2', '3', '4', 'F', 'G', '2-alone', '__proto__');
  const someChild = fc
    .record({
      childRef: ref,
      status: fc.constantFrom('child-in-need' as const, 'closed' as const),
      worker: fc.constantFrom('A', null),
    })
    .map((c) => child(c.childRef, c));
  const children = fc.uniqueArray(someChild, { selector: (c) => c.childRef });
  const map = fc.array(
    fc
      .record({ row: fc.nat(), childRef: ref, familyRef: ref })
      .map((l) => line(l.row, l.childRef, l.familyRef)),
  );

  it('every child is in exactly one family, references are unique, and a family is open while a child is', () => {
    fc.assert(
      fc.property(children, map, (listed, lines) => {
        const { families } = formFamilies(listed, lines);
        const placed = families.flatMap((f) => f.children.map((c) => c.listed.childRef));
        expect(placed.sort()).toEqual(listed.map((c) => c.childRef).sort());
        expect(new Set(families.map((f) => f.familyRef)).size).toBe(families.length);
        for (const f of families) expect(f.open).toBe(f.children.some((c) => c.listed.status !== 'closed'));
      }),
    );
  });
});

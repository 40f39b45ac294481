import { describe, expect, it } from '@jest/globals';
import type { FamilyLine } from '../../../shared/families/family.js';
import { counted, shown } from './showing.js';

const today = '2026-03-10';
function family(name: string, change: Partial<FamilyLine> = {}): FamilyLine {
  return {
    familyId: name,
    ref: `GS-${name}`,
    name,
    teamId: 'northgate',
    status: 'open',
    children: [],
    workers: [],
    lastHeldOn: null,
    dueBy: '2026-04-07',
    openDiscussionId: null,
    planned: null,
    ...change,
  };
}
const doyle = family('Doyle / Bennett', {
  dueBy: '2026-03-03',
  children: [{ childId: 'ruby', firstName: 'Ruby', age: '2' }],
});
const hartley = family('Hartley', {
  dueBy: '2026-03-12',
  planned: { sessionId: 's', on: '2026-03-10', at: '09:30' },
});
const kaczmarek = family('Kaczmarek', { teamId: 'southgate' });
const novak = family('Novak', { status: 'closed', dueBy: null });
const all = [novak, kaczmarek, hartley, doyle];
const names = (showing: 'open' | 'over' | 'soon' | 'unplanned' | 'closed', q = '', team = '') =>
  shown(all, { q, team, showing }, today).map((f) => f.name);

describe('Sandra looks through the families', () => {
  it('the count on each choice is the number of rows it shows', () => {
    const counts = counted(all, today);
    expect(counts).toEqual({ open: 3, over: 1, soon: 1, unplanned: 2, closed: 1 });
    for (const showing of ['open', 'over', 'soon', 'unplanned', 'closed'] as const)
      expect(names(showing)).toHaveLength(counts[showing]);
  });

  it('she finds a family by a child’s first name or its reference, closed ones too', () => {
    expect(names('over', 'ruby')).toEqual(['Doyle / Bennett']);
    expect(names('open', 'gs-nov')).toEqual(['Novak']);
    expect(names('open', 'nobody')).toEqual([]);
  });

  it('she sees one team alone, by name, and the unplanned by how near their limit is', () => {
    expect(names('open', '', 'northgate')).toEqual(['Doyle / Bennett', 'Hartley']);
    expect(names('unplanned')).toEqual(['Doyle / Bennett', 'Kaczmarek']);
  });
});

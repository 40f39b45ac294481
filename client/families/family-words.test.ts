import { describe, expect, it } from '@jest/globals';
import type { Child } from '../../shared/families/members.js';
import { belongsTo, carriedSays, childGroups, withAge } from './family-words.js';

const plan = (type: 'CP' | 'PLO' | 'CLA', since: string, until: string | null = null) => ({
  planId: `${type}${since}`,
  type,
  category: '',
  since,
  until,
});
const child = (firstName: string, bornOn: string, ...plans: Child['plans']): Child => ({
  childId: firstName,
  ref: null,
  firstName,
  lastName: '',
  bornOn,
  expectedOn: null,
  age: '',
  joinedOn: null,
  leftOn: null,
  plans,
});

describe('how the Doyle / Bennett family is introduced', () => {
  const today = '2026-03-10';
  const tyler = child('Tyler', '2011-09-03', plan('CLA', '2025-12-12'));
  const jade = child('Jade', '2015-01-22', plan('CP', '2025-07-11'), plan('PLO', '2026-02-20'));
  const ruby = child('Ruby', '2023-12-05', plan('CP', '2025-07-11'), plan('PLO', '2026-02-20'));

  it('Jade and Ruby stand together because their plans are the same, and Tyler by himself', () => {
    const groups = childGroups([tyler, jade, ruby], today);
    expect(groups.map((g) => g.children.map((c) => `${c.firstName} ${c.age}`))).toEqual([
      ['Tyler 14'],
      ['Jade 11', 'Ruby 2'],
    ]);
    expect(groups.map((g) => g.plans)).toEqual(['in our care', 'child protection plan and pre-proceedings']);
  });

  it('a plan that has ended and a child who has left are not told as if they were still so', () => {
    const [group, ...more] = childGroups(
      [
        { ...tyler, plans: [plan('CP', '2025-01-01', '2025-11-30'), ...tyler.plans] },
        { ...ruby, leftOn: '2026-03-01' },
      ],
      today,
    );
    expect(group?.plans).toBe('in our care');
    expect(more).toEqual([]);
  });

  it('an adult names the children they belong to, unless nobody has said', () => {
    const lee = { adultId: 'lee', name: 'Lee', relation: '', childIds: ['Jade', 'Ruby'] };
    expect(belongsTo(lee, [tyler, jade, ruby])).toBe('Jade and Ruby');
    expect(belongsTo({ ...lee, childIds: null }, [tyler])).toBe('');
  });

  it('a child whose age is not known has only a name', () => {
    const ages = ['7', '5 months', ''].map((age) => withAge({ firstName: 'Lena', age }));
    expect(ages).toEqual(['Lena 7', 'Lena 5 months', 'Lena']);
  });

  it('the dentist has been carried twice', () => {
    expect([0, 1, 2, 3].map(carriedSays)).toEqual(['', 'Carried once', 'Carried twice', 'Carried 3 times']);
  });
});

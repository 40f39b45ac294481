import { describe, expect, it } from '@jest/globals';
import {
  abuseCategories,
  type CodeSet,
  caseStatuses,
  closureReasons,
  disabilities,
  ethnicities,
  genders,
  needs,
  readCode,
  yesNo,
} from './codes.js';

describe('a code as an authority writes it', () => {
  it.each<[string, CodeSet, string[]]>([
    ['male', genders, ['a) Male', 'Male', 'M', '1', 'a)', 'a)  male ', 'm']],
    ['female', genders, ['b) Female', 'Female', 'F', '2', 'F - Female']],
    ['unknown', genders, ['c) Not stated/recorded', 'U', '9', '0', 'Unknown']],
    [
      'N1',
      needs,
      [
        'N1 - Abuse or neglect',
        'N1 - Abuse or Neglect',
        'N1',
        'n1',
        'Abuse or neglect',
        'a) N1 - Abuse',
        'N1: abuse',
        'N1 – Abuse or neglect',
      ],
    ],
    ['N2', needs, ['N2 - Child’s disability', "Child's disability"]],
    ['MOTH', ethnicities, ['i) MOTH', 'MOTH', 'Any other Mixed background', 'MOTH - Other mixed']],
    [
      'child-protection',
      caseStatuses,
      ['b) Child Protection plan', 'Child protection plan', 'CP', 'b)', 'CPP'],
    ],
    ['child-in-need', caseStatuses, ['c) Child in need plan', 'CIN', 'Child in Need']],
    ['looked-after', caseStatuses, ['a) Looked after child', 'LAC', 'Looked After']],
    ['open-assessment', caseStatuses, ['d) Open assessment']],
    ['closed', caseStatuses, ['e) Closed episode', 'Closed']],
    ['NEG', abuseCategories, ['a) Neglect', 'Neglect', 'NEG', 'NEG - Neglect']],
    ['PHY', abuseCategories, ['b) Physical abuse', 'Physical abuse', 'PHY']],
    ['RC8', closureReasons, ['RC8 - Case closed after assessment, no further action', 'RC8']],
    ['yes', yesNo, ['a) Yes', 'Yes', 'Y', '1', 'TRUE']],
    ['no', yesNo, ['b) No', 'no', 'N', '0']],
    ['yes', disabilities, ['AUT', 'LD']],
    ['no', disabilities, ['NONE']],
  ])('means %s', (means, set, ways) => {
    expect(ways.map((way) => readCode(set, way))).toEqual(ways.map(() => means));
  });

  it.each<[CodeSet, string]>([
    [needs, 'PSRMEM - Support with memory and cognition'],
    [needs, 'f)'],
    [genders, 'Prefer not to say'],
    [caseStatuses, 'z)'],
    [caseStatuses, 'Allocated'],
    [needs, '__proto__'],
    [ethnicities, 'constructor'],
  ])('is left to the authority when it is its own: %#', (set, text) => {
    expect(readCode(set, text)).toBeUndefined();
  });
});

/** One value of a code set: what we keep, and every way it is written (compared without case, spaces and marks). */
interface Code {
  keep: string;
  ways: string[];
}

export interface CodeSet {
  codes: Code[];
  byWay: Map<string, string>;
  /** Whether the set's order gives letters: “b)” alone means the second. */
  lettered: boolean;
}

/** Letters, digits and nothing else: “Child’s disability” and "Childs  disability" are one. */
export const squash = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

function codeSet(lettered: boolean, ...codes: [keep: string, ...ways: string[]][]): CodeSet {
  const byWay = new Map<string, string>();
  for (const [keep, ...ways] of codes) for (const way of [keep, ...ways]) byWay.set(squash(way), keep);
  return { codes: codes.map(([keep, ...ways]) => ({ keep, ways })), byWay, lettered };
}

/**
 * The national code a cell means, or undefined for one of the authority's own. Extracts write the same value as
 * "a) Male", "Male", "M" and "1", or "N1 - Abuse or neglect", "N1" and "Abuse or neglect".
 */
export function readCode(set: CodeSet, text: string): string | undefined {
  const lettered = /^([a-z])\s*\)\s*(.*)$/is.exec(text);
  const rest = lettered ? (lettered[2] ?? '') : text;
  const whole = set.byWay.get(squash(rest));
  if (whole !== undefined) return whole;
  const parted = /^\s*([a-z0-9]{1,5})\s*[-–—:.)]\s*\S/i.exec(rest);
  const first = parted ? set.byWay.get(squash(parted[1] ?? '')) : undefined;
  if (first !== undefined) return first;
  const letter = squash(rest) === '' ? lettered?.[1] : undefined;
  return set.lettered && letter ? set.codes[letter.toLowerCase().charCodeAt(0) - 97]?.keep : undefined;
}

export const genders = codeSet(
  true,
  ['male', 'M', '1', 'boy'],
  ['female', 'F', '2', 'girl'],
  [
    'unknown',
    'U',
    '0',
    '9',
    'Not stated',
    'Not stated/recorded',
    'Not recorded',
    'Not known',
    'Neither',
    'Indeterminate',
    'Unborn',
    'X',
  ],
);

export const yesNo = codeSet(
  true,
  ['yes', 'Y', '1', 'true'],
  ['no', 'N', '0', 'false', 'none'],
  ['unknown', 'U', '9', 'Not known', 'Not recorded', 'Not stated'],
);

/** The disability census codes mean yes; NONE is above. */
export const disabilities = codeSet(
  true,
  [
    'yes',
    'Y',
    '1',
    'true',
    'MOB',
    'HAND',
    'PC',
    'INC',
    'COMM',
    'LD',
    'HEAR',
    'VIS',
    'BEH',
    'CON',
    'AUT',
    'DDA',
  ],
  ['no', 'N', '0', 'false', 'none', 'No disability'],
  ['unknown', 'U', '9', 'Not known', 'Not recorded', 'Not stated'],
);

export const ethnicities = codeSet(
  false,
  ['WBRI', 'White British', 'White - British'],
  ['WIRI', 'White Irish', 'White - Irish'],
  ['WIRT', 'Traveller of Irish heritage'],
  ['WOTH', 'Any other White background'],
  ['WROM', 'Gypsy/Roma', 'Gypsy or Roma', 'Roma'],
  ['MWBC', 'White and Black Caribbean'],
  ['MWBA', 'White and Black African'],
  ['MWAS', 'White and Asian'],
  ['MOTH', 'Any other Mixed background'],
  ['AIND', 'Indian'],
  ['APKN', 'Pakistani'],
  ['ABAN', 'Bangladeshi'],
  ['AOTH', 'Any other Asian background'],
  ['BCRB', 'Caribbean', 'Black Caribbean', 'Black - Caribbean'],
  ['BAFR', 'African', 'Black African', 'Black - African'],
  ['BOTH', 'Any other Black background'],
  ['CHNE', 'Chinese'],
  ['OOTH', 'Any other ethnic group'],
  ['REFU', 'Refused'],
  [
    'NOBT',
    'Information not yet obtained',
    'Not obtained',
    'Not yet obtained',
    'Not known',
    'Not stated',
    'Unknown',
  ],
);

export const needs = codeSet(
  false,
  ['N1', 'Abuse or neglect', 'Abuse, neglect or exploitation'],
  ['N2', 'Child’s disability', 'Child’s disability or illness'],
  ['N3', 'Parental disability or illness', 'Parental illness or disability'],
  ['N4', 'Family in acute stress'],
  ['N5', 'Family dysfunction'],
  ['N6', 'Socially unacceptable behaviour'],
  ['N7', 'Low income'],
  ['N8', 'Absent parenting'],
  ['N9', 'Cases other than children in need'],
  ['N0', 'Not stated'],
);

export const closureReasons = codeSet(
  false,
  ['RC1', 'Adopted'],
  ['RC2', 'Died'],
  ['RC3', 'Child arrangements order', 'Residence order'],
  ['RC4', 'Special guardianship order'],
  ['RC5', 'Transferred to services of another local authority', 'Transferred to services of another LA'],
  ['RC6', 'Transferred to adult social care services', 'Transferred to adult social services'],
  [
    'RC7',
    'Services ceased for any other reason, including child no longer in need',
    'Services ceased for any other reason',
  ],
  ['RC8', 'Case closed after assessment, no further action'],
  [
    'RC9',
    'Case closed after assessment, referred to early help',
    'Case closed after assessment, referred to early help services',
  ],
);

export const abuseCategories = codeSet(
  true,
  ['NEG', 'Neglect'],
  ['PHY', 'Physical abuse', 'Physical'],
  ['SAB', 'Sexual abuse', 'Sexual'],
  ['EMO', 'Emotional abuse', 'Emotional'],
  ['MUL', 'Multiple', 'Multiple abuse', 'Multiple/not recommended', 'Multiple categories'],
);

/** Ofsted's case status, the first that applies to a child (guidance to List 6). */
export const caseStatuses = codeSet(
  true,
  [
    'looked-after',
    'Looked after child',
    'Looked after',
    'LAC',
    'CLA',
    'Child looked after',
    'Child in care',
    'CiC',
  ],
  ['child-protection', 'Child protection plan', 'Child protection', 'CP', 'CPP', 'CP plan'],
  ['child-in-need', 'Child in need plan', 'Child in need', 'CIN', 'CIN plan'],
  ['open-assessment', 'Open assessment', 'Assessment', 'In assessment'],
  ['closed', 'Closed episode', 'Closed', 'Closed case'],
);

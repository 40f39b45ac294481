import type { DisciplineCode } from '../../shared/disciplines.js';
import type { PlanType } from '../../shared/discussion/state.js';

// Families that make a team look lived-in. Everything is made up from lists and a seed: the same seed, the same families.

export interface GeneratedFamily {
  ref: string;
  name: string;
  allocatedOn: string;
  children: {
    ref: string;
    firstName: string;
    lastName: string;
    bornOn: string;
    gender: 'M' | 'F';
    plan: { type: PlanType; since: string };
  }[];
  adults: { name: string; relation: string }[];
  allocations: { discipline: DisciplineCode; person: string | null; from: string }[];
  /** Days on which a discussion counted, oldest first. */
  heldOn: string[];
  /** Those of them whose record came in weeks late. */
  cameLate: ReadonlySet<string>;
  /** The day its file was closed; null while it is open. */
  closedOn: string | null;
}

/** Who of a team may be given families; null stands for a post that is vacant. */
export interface Staffing {
  refPrefix: string;
  socialWorkers: readonly string[];
  specialists: Readonly<Partial<Record<DisciplineCode, string | null>>>;
}

const surnames = [
  'Abbott',
  'Adeyemi',
  'Akhtar',
  'Aldridge',
  'Appiah',
  'Ashworth',
  'Bakshi',
  'Barlow',
  'Baptiste',
  'Begum',
  'Bevan',
  'Birch',
  'Boateng',
  'Bright',
  'Brannigan',
  'Cartwright',
  'Chaudhry',
  'Clegg',
  'Coates',
  'Corrigan',
  'Crossley',
  'Dalton',
  'Danso',
  'Dhillon',
  'Dobson',
  'Duarte',
  'Eastwood',
  'Edusei',
  'Ellery',
  'Fairhurst',
  'Farrow',
  'Fielding',
  'Flynn',
  'Fonseca',
  'Gallimore',
  'Garside',
  'Ghosh',
  'Gilchrist',
  'Goddard',
  'Gomes',
  'Greenhalgh',
  'Hadley',
  'Halloran',
  'Haque',
  'Hargreaves',
  'Hassan',
  'Heaton',
  'Hinds',
  'Holroyd',
  'Hussain',
  'Ibrahim',
  'Jagger',
  'Jarvis',
  'Jassal',
  'Kamara',
  'Kapoor',
  'Kearney',
  'Kershaw',
  'Khatun',
  'Kowalczyk',
  'Lal',
  'Lambert',
  'Latham',
  'Lawal',
  'Lister',
  'Lomax',
  'Mahmood',
  'Makinde',
  'Marsden',
  'Mbeki',
  'McAllister',
  'Mehta',
  'Mirza',
  'Molyneux',
  'Moreno',
  'Musa',
  'Nash',
  'Ndlovu',
  'Newsome',
  'Nolan',
  'Oakley',
  'Obi',
  'Ogden',
  'Olawale',
  'Onslow',
  'Pascoe',
  'Patel',
  'Pearce',
  'Pinnock',
  'Popescu',
  'Quigley',
  'Rahman',
  'Ramsden',
  'Rafferty',
  'Rowbottom',
  'Salako',
  'Sandhu',
  'Seddon',
  'Sesay',
  'Shackleton',
  'Sharples',
  'Silva',
  'Sowerby',
  'Stanhope',
  'Sutcliffe',
  'Tariq',
  'Thackray',
  'Tomlin',
  'Turay',
  'Ubah',
  'Unsworth',
  'Vickers',
  'Wadsworth',
  'Wardle',
  'Whitaker',
  'Wojcik',
  'Yeboah',
  'Zaman',
];
const girls = [
  'Aaliyah',
  'Amber',
  'Anya',
  'Beatrice',
  'Chidera',
  'Daisy',
  'Ellie',
  'Esme',
  'Fatima',
  'Freya',
  'Grace',
  'Halima',
  'Iris',
  'Isla',
  'Jasmine',
  'Keira',
  'Layla',
  'Lily',
  'Mariam',
  'Mia',
  'Nevaeh',
  'Niamh',
  'Orla',
  'Poppy',
  'Rania',
  'Sienna',
  'Skye',
  'Tia',
  'Willow',
  'Zara',
];
const boys = [
  'Aiden',
  'Alex',
  'Amir',
  'Archie',
  'Ben',
  'Caleb',
  'Connor',
  'Denzel',
  'Elijah',
  'Finley',
  'George',
  'Hamza',
  'Hugo',
  'Isaac',
  'Jack',
  'Jude',
  'Kai',
  'Kofi',
  'Leo',
  'Logan',
  'Malachi',
  'Nathan',
  'Noah',
  'Oscar',
  'Reece',
  'Riley',
  'Samuel',
  'Toby',
  'Yousef',
  'Zac',
];
const adults = [
  'Aisha',
  'Becky',
  'Carl',
  'Chantelle',
  'Craig',
  'Danielle',
  'Emeka',
  'Gemma',
  'Grant',
  'Ioana',
  'Jodie',
  'Kelly',
  'Kwame',
  'Lauren',
  'Liam',
  'Monique',
  'Naomi',
  'Natalie',
  'Omar',
  'Paula',
  'Rashid',
  'Rob',
  'Sabrina',
  'Scott',
  'Shanice',
  'Stacey',
  'Tanya',
  'Tunde',
  'Wayne',
  'Zoe',
];

const dayMs = 86_400_000;
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Moves a weekend back to its Friday: nobody holds supervision on a Sunday. */
function worked(day: string): string {
  const name = weekday(day);
  return later(day, name === 0 ? -2 : name === 6 ? -1 : 0);
}

/** A small well-known generator (mulberry32): chance that can be repeated. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many families of a team as they stand on `today` (a local date), the last `closed` of them closed in the past year. */
export function generateFamilies(
  { open, closed }: { open: number; closed: number },
  staffing: Staffing,
  today: string,
  seed: number,
): GeneratedFamily[] {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const names = [...surnames].sort(() => random() - 0.5);

  return Array.from({ length: open + closed }, (_, n) => {
    const surname = names[n % names.length]!;
    const other = random() < 0.25 ? pick(surnames.filter((s) => s !== surname)) : null;
    const name = other ? `${surname} / ${other}` : surname;
    const isOpen = n < open;
    const isNew = isOpen && random() < 0.05;
    const closedOn = isOpen ? null : worked(later(today, -20 - Math.floor(random() * 300)));
    const allocatedOn = worked(
      closedOn
        ? later(closedOn, -120 - Math.floor(random() * 260))
        : later(today, isNew ? -4 - Math.floor(random() * 5) : -60 - Math.floor(random() * 400)),
    );
    const heldOn = isNew ? [] : heldDays(allocatedOn, closedOn ?? today, random);
    const plan = pick<PlanType>(['CIN', 'CIN', 'CIN', 'CIN', 'CP', 'CP', 'CP', 'CP', 'PLO', 'CLA']);
    // One family in nine has four or more; the rest average a little under two, so that the whole averages two.
    const size = n % 9 === 4 ? 4 + Math.floor(random() * 2) : 1 + Math.floor(random() * 2.4);
    return {
      ref: `${staffing.refPrefix}-${2001 + n}`,
      name,
      allocatedOn,
      children: Array.from({ length: size }, (__, c) => {
        const isGirl = random() < 0.5;
        return {
          ref: `${staffing.refPrefix}${20_000 + n * 10 + c}`,
          firstName: pick(isGirl ? girls : boys),
          lastName: other && c % 2 === 1 ? other : surname,
          bornOn: later(today, -Math.floor(200 + random() * 5600)),
          gender: isGirl ? ('F' as const) : ('M' as const),
          plan: { type: plan, since: allocatedOn },
        };
      }),
      adults: [
        { name: pick(adults), relation: 'their mum' },
        ...(random() < 0.6 ? [{ name: pick(adults), relation: 'their dad' }] : []),
      ],
      allocations: [
        {
          discipline: 'social-work' as const,
          person: staffing.socialWorkers[n % staffing.socialWorkers.length]!,
          from: allocatedOn,
        },
        ...(Object.entries(staffing.specialists) as [DisciplineCode, string | null][])
          .filter(() => random() < 0.4)
          .map(([discipline, person]) => ({ discipline, person, from: allocatedOn })),
      ],
      heldOn,
      cameLate: new Set(heldOn.filter(() => random() < 0.004)),
      closedOn,
    };
  });
}

// Most families are taken every four weeks; one in eight slips by a week or more now and then.
function heldDays(from: string, today: string, random: () => number): string[] {
  const days: string[] = [];
  let day = worked(later(from, 5 + Math.floor(random() * 6)));
  while (day < today) {
    days.push(day);
    day = worked(later(day, random() < 0.125 ? 35 + Math.floor(random() * 12) : 28));
  }
  // Where each family is in its cycle is spread over the month; nobody is due before the team sits again.
  const last = days.at(-1);
  const due = last && later(last, 28);
  if (due && due >= today && due < later(today, 7)) days[days.length - 1] = worked(later(last, 8));
  return days;
}

import type { WrittenPerson } from './written.js';

// Wrenshire is a made-up council; nobody here is a real person.

export const council = 'Wrenshire Council';

/** Everybody signs in with this in the demonstration, and only there. */
export const demoPassword = 'quiet-lantern-harbour';

const at = (name: string) => `${name}@wrenshire.example`;

/** The people of the Northgate team, and those who work across both teams. */
export const northgate: readonly WrittenPerson[] = [
  {
    key: 'adaeze',
    name: 'Adaeze Nwosu',
    email: at('adaeze'),
    discipline: 'management',
    title: 'Team manager',
    roles: ['team-manager'],
  },
  {
    key: 'callum',
    name: 'Callum Reid',
    email: at('callum'),
    discipline: 'management',
    title: 'Assistant team manager',
    roles: ['deputy-manager'],
  },
  {
    key: 'priya',
    name: 'Priya Raman',
    email: at('priya'),
    discipline: 'social-work',
    title: 'Social worker',
  },
  { key: 'tom', name: 'Tom Ashdown', email: at('tom'), discipline: 'social-work', title: 'Social worker' },
  {
    key: 'megan',
    name: 'Megan Lloyd',
    email: at('megan'),
    discipline: 'social-work',
    title: 'Social worker',
    workingDays: '1110000',
  },
  { key: 'ruth', name: 'Ruth Okafor', email: at('ruth'), discipline: 'social-work', title: 'Social worker' },
  {
    key: 'kieran',
    name: 'Kieran Walsh',
    email: at('kieran'),
    discipline: 'social-work',
    title: 'Senior social worker',
  },
  {
    key: 'samina',
    name: 'Samina Yousaf',
    email: at('samina'),
    discipline: 'social-work',
    title: 'Social worker',
  },
  {
    key: 'yusuf',
    name: 'Yusuf Demir',
    email: at('yusuf'),
    discipline: 'family-support',
    title: 'Family support worker',
  },
  {
    key: 'farah',
    name: 'Farah Siddiqui',
    email: at('farah'),
    discipline: 'mental-health',
    title: 'Mental health practitioner',
    remote: true,
  },
  {
    key: 'dean',
    name: 'Dean Marlow',
    email: at('dean'),
    discipline: 'recovery',
    title: 'Recovery worker',
    remote: true,
  },
  {
    key: 'lorna',
    name: 'Lorna Beckett',
    email: at('lorna'),
    discipline: 'domestic-abuse',
    title: 'Domestic abuse practitioner',
  },
  {
    key: 'marcus',
    name: 'Marcus Hale',
    email: at('marcus'),
    discipline: 'domestic-abuse-officer',
    title: 'Domestic abuse officer',
    remote: true,
  },
  {
    key: 'ines',
    name: 'Inês Carvalho',
    email: at('ines'),
    discipline: 'psychology',
    title: 'Psychologist',
    remote: true,
  },
  {
    key: 'sandra',
    name: 'Sandra Pike',
    email: at('sandra'),
    discipline: 'business-support',
    title: 'Business support officer',
    roles: ['business-support'],
  },
];

/** The Southgate team, generated but for those whom Northgate shares with it (Farah). */
export const southgate: readonly WrittenPerson[] = [
  {
    key: 'gareth',
    name: 'Gareth Pryce',
    email: at('gareth'),
    discipline: 'management',
    title: 'Team manager',
    roles: ['team-manager'],
  },
  {
    key: 'nadia',
    name: 'Nadia Holt',
    email: at('nadia'),
    discipline: 'management',
    title: 'Assistant team manager',
    roles: ['deputy-manager'],
  },
  {
    key: 'eleri',
    name: 'Eleri Vaughan',
    email: at('eleri'),
    discipline: 'social-work',
    title: 'Social worker',
  },
  { key: 'joel', name: 'Joel Mensah', email: at('joel'), discipline: 'social-work', title: 'Social worker' },
  {
    key: 'hannah',
    name: 'Hannah Boyle',
    email: at('hannah'),
    discipline: 'social-work',
    title: 'Social worker',
  },
  {
    key: 'imran',
    name: 'Imran Sadiq',
    email: at('imran'),
    discipline: 'social-work',
    title: 'Social worker',
    workingDays: '1111000',
  },
  {
    key: 'petra',
    name: 'Petra Novak',
    email: at('petra'),
    discipline: 'social-work',
    title: 'Senior social worker',
  },
  {
    key: 'leon',
    name: 'Leon Grant',
    email: at('leon'),
    discipline: 'family-support',
    title: 'Family support worker',
  },
  {
    key: 'bethan',
    name: 'Bethan Cole',
    email: at('bethan'),
    discipline: 'recovery',
    title: 'Recovery worker',
    remote: true,
  },
  {
    key: 'rosa',
    name: 'Rosa Almeida',
    email: at('rosa'),
    discipline: 'domestic-abuse',
    title: 'Domestic abuse practitioner',
  },
  {
    key: 'stuart',
    name: 'Stuart Bell',
    email: at('stuart'),
    discipline: 'domestic-abuse-officer',
    title: 'Domestic abuse officer',
    remote: true,
  },
  {
    key: 'maureen',
    name: 'Maureen Tate',
    email: at('maureen'),
    discipline: 'business-support',
    title: 'Business support officer',
    roles: ['business-support'],
  },
];

/** Above the teams, or beside them. */
export const acrossTeams: readonly WrittenPerson[] = [
  {
    key: 'helen',
    name: 'Helen Brandt',
    email: at('helen'),
    discipline: 'management',
    title: 'Service manager',
    roles: ['service-manager'],
  },
  {
    key: 'ade',
    name: 'Ade Bankole',
    email: at('ade'),
    discipline: 'business-support',
    title: 'System administrator',
    roles: ['administrator'],
  },
];

/** Whom to sign in as, and what each will see: printed when the demonstration is ready. */
export const whoToBe: readonly { key: string; sees: string }[] = [
  { key: 'adaeze', sees: 'Chairs today’s Northgate session; every Northgate family' },
  { key: 'sandra', sees: 'Holds the pen; schedules, and keeps Northgate’s records' },
  { key: 'priya', sees: 'Social worker for Hartley / Osei / Brooks, and her other families' },
  { key: 'lorna', sees: 'Domestic abuse practitioner: her families only, protected notes too' },
  { key: 'marcus', sees: 'Domestic abuse officer: his families only, no protected notes' },
  { key: 'dean', sees: 'Recovery worker, at home: two of today’s three families' },
  { key: 'farah', sees: 'Mental health practitioner, at home: shared with Southgate' },
  { key: 'helen', sees: 'Service manager: reads both teams, answers escalations' },
  { key: 'ade', sees: 'Administrator: people, teams, posts and imports; no family’s record' },
];

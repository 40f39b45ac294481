/** One step of a template: what it asks, how long it may take, which parts of the record it shows. */
export interface AgendaStep {
  /** Stable name, used in links and in the session log. */
  code: string;
  /** As the agenda rail shows it. */
  title: string;
  /** The question on the sheet. */
  prompt: string;
  lead: 'chair' | 'business-support' | 'social-work' | 'each' | 'all';
  /** Minutes of a 30 minute discussion; other lengths share out in proportion. */
  minutes: number;
  /** Which panel the sheet shows. */
  panel:
    | 'check-in'
    | 'last-time'
    | 'children'
    | 'progress'
    | 'meaning'
    | 'scale'
    | 'challenge'
    | 'decision'
    | 'next-steps'
    | 'read-back';
}

/** The default template of Family Safeguarding (practice 4.1): ten steps, 30 minutes. */
export const agenda: readonly AgendaStep[] = [
  {
    code: 'check-in',
    title: 'Check-in',
    prompt: 'Who is here, and for whom?',
    lead: 'chair',
    minutes: 1,
    panel: 'check-in',
  },
  {
    code: 'last-time',
    title: 'Last time',
    prompt: 'What became of last time’s next steps?',
    lead: 'business-support',
    minutes: 3,
    panel: 'last-time',
  },
  {
    code: 'children',
    title: 'The children now',
    prompt: 'What is life like for each child this month?',
    lead: 'social-work',
    minutes: 4,
    panel: 'children',
  },
  {
    code: 'progress',
    title: 'Progress',
    prompt: 'What is different since last time, and how do we know?',
    lead: 'each',
    minutes: 9,
    panel: 'progress',
  },
  {
    code: 'meaning',
    title: 'What it means',
    prompt: 'What does this mean for each child?',
    lead: 'all',
    minutes: 3,
    panel: 'meaning',
  },
  {
    code: 'scale',
    title: 'Scale',
    prompt: 'How safe are the children this month?',
    lead: 'all',
    minutes: 2,
    panel: 'scale',
  },
  {
    code: 'challenge',
    title: 'Challenge',
    prompt: 'What would worry us if we were wrong?',
    lead: 'chair',
    minutes: 3,
    panel: 'challenge',
  },
  {
    code: 'decision',
    title: 'Decision',
    prompt: 'What have we decided, and why?',
    lead: 'chair',
    minutes: 2,
    panel: 'decision',
  },
  {
    code: 'next-steps',
    title: 'Next steps',
    prompt: 'Who will do what, by when, and how will we know?',
    lead: 'business-support',
    minutes: 2,
    panel: 'next-steps',
  },
  {
    code: 'read-back',
    title: 'Read-back',
    prompt: 'Is this what we said?',
    lead: 'chair',
    minutes: 1,
    panel: 'read-back',
  },
];

export const stepCodes = agenda.map((s) => s.code);

/** Slot lengths in minutes (practice 3.4): most families, and new families or four or more children. */
export const slotMinutes = { usual: 30, long: 45 } as const;

/** The time a step may take, in whole seconds, when the whole discussion has so many minutes. */
export function stepSeconds(step: AgendaStep, discussionMinutes: number): number {
  return Math.round((step.minutes * 60 * discussionMinutes) / 30);
}

/** How a field is written: who may, and what it is called on screen and in the minutes. */
export interface ProseField {
  /** Before the slash of a field key; after it stands a discipline or a child. */
  name: string;
  of: 'discipline' | 'child' | null;
  title: string;
  /** contributors: anyone who may write here; pen: the chair and whoever holds the pen; own: that discipline, or the pen for them. */
  by: 'contributors' | 'pen' | 'own';
  /** A child's own words: set in the typeface kept for them. */
  voice?: true;
}

/** Every prose field of a discussion. A field key is `name`, `name/discipline` or `name/childId`. */
export const proseFields: readonly ProseField[] = [
  { name: 'review', of: 'discipline', title: 'Progress since last time', by: 'own' },
  { name: 'life', of: 'child', title: 'What life is like', by: 'contributors' },
  { name: 'voice', of: 'child', title: 'In their own words', by: 'contributors', voice: true },
  { name: 'meaning', of: 'child', title: 'What this means', by: 'contributors' },
  { name: 'wrong-about', of: null, title: 'What could we be wrong about?', by: 'contributors' },
  { name: 'decision', of: null, title: 'What we decided', by: 'pen' },
  { name: 'rationale', of: null, title: 'Why', by: 'pen' },
  { name: 'contingency', of: null, title: 'If this does not work', by: 'pen' },
  { name: 'no-step-because', of: null, title: 'No next step, because', by: 'pen' },
  { name: 'say-to-family', of: null, title: 'What we will say to the family', by: 'pen' },
  { name: 'summary', of: null, title: 'Summary for the family, in plain language', by: 'pen' },
];

/** Words that are plenty for one field; the screen shows it and never blocks (practice 10.14). */
export const wordsArePlenty = 400;
/** The plain-language summary is at most this many words (practice 5.7). */
export const summaryWords = 150;

/** The field behind a key, and what stands after the slash; or nothing when there is no such field. */
export function fieldOf(key: string): { field: ProseField; of: string | null } | undefined {
  const slash = key.indexOf('/');
  const name = slash < 0 ? key : key.slice(0, slash);
  const of = slash < 0 ? null : key.slice(slash + 1);
  const field = proseFields.find((f) => f.name === name);
  return field && (field.of === null) === (of === null) ? { field, of } : undefined;
}

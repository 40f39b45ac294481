import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { emptyDiscussion } from '../../../../shared/discussion/state.js';
import { forReader } from '../../../../shared/minutes/for-reader.js';
import type { Minutes, Named } from '../../../../shared/minutes/minutes.js';
import { minutesText } from '../../../../shared/minutes/text.js';
import type { Actor } from '../../../../shared/people.js';
import { adaeze, everybody, marcus } from '../../../../test/support/hartley.js';
import { longDate } from '../../../ui/format.js';
import { DiscussionContext } from '../../in-discussion.js';
import { peopleOf } from '../../people/people.js';
import { MinutesDecision } from './MinutesDecision.js';
import { MinutesSteps } from './MinutesSteps.js';
import { MinutesTalk } from './MinutesTalk.js';

const named = ({ personId, name }: Actor): Named => ({ personId, name });
const [chair, his] = [named(adaeze), named(marcus)];
const step = {
  stepId: 'a1',
  text: '§ step',
  owner: chair,
  withWhom: '§ with whom',
  dueOn: '2026-03-20',
  evidence: '§ how we will know',
  protected: false,
  audience: [],
  by: 'adaeze',
  carried: 3,
  different: '§ different this time',
  openEndedBecause: '§ no end',
  accepted: { by: chair, recordedBy: null },
  concerns: null,
};
const lastStep = {
  stepId: 'b1',
  text: '§ last step',
  owner: chair,
  withWhom: '§ last with whom',
  dueOn: '2026-02-20',
  status: 'done' as const,
  note: '§ what became of it',
  doneOn: '2026-02-19',
  protected: false,
  audience: [],
  by: 'adaeze',
  concerns: null,
};

/** Minutes in which nothing is empty. Every text that somebody writes begins with §. */
const full: Minutes = {
  version: 1,
  kind: 'case-discussion',
  discussionId: 'd',
  familyId: 'f',
  familyName: 'Hartley',
  heldOn: '2026-03-10',
  beganAt: '2026-03-10T09:30:00.000Z',
  endedAt: '2026-03-10T10:00:00.000Z',
  lastHeldOn: '2026-02-10',
  chair,
  inPlaceOf: { personId: 'x', name: '§ usual chair' },
  pens: [{ personId: 'y', name: '§ pen', at: '2026-03-10T09:30:00.000Z' }],
  quorate: false,
  quorumSays: '§ quorum.',
  override: { reason: '§ override', by: chair },
  because: ['§ because.'],
  attendance: [
    {
      discipline: 'domestic-abuse-officer',
      label: 'Probation',
      person: his,
      way: 'deputy',
      inPlaceOf: { personId: 'z', name: '§ in whose place' },
      joinedAt: null,
      leftAt: null,
    },
  ],
  lastSteps: [
    lastStep,
    {
      ...lastStep,
      stepId: 'b2',
      text: '§ protected last step',
      withWhom: '§ protected last with',
      note: '§ protected note of it',
      protected: true,
    },
  ],
  children: [
    {
      childId: 'maya',
      firstName: 'Maya',
      bornOn: '2018-06-14',
      expectedOn: null,
      age: '7',
      plans: [{ type: 'CP', since: '2025-11-24' }],
      discussed: true,
      lastSeenOn: '2026-03-03',
      seenAlone: 'yes',
      seenBy: { personId: 'w', name: '§ who saw her' },
      method: 'drawing',
      gatheredOn: '2026-03-04',
      notAskedBecause: '§ not asked',
      life: '§ life',
      voice: '§ voice',
      meaning: '§ meaning',
    },
  ],
  reviews: [
    {
      discipline: 'domestic-abuse-officer',
      label: 'Probation',
      people: [his],
      about: ['§ for whom'],
      direction: 'mixed',
      evidence: ['police'],
      stages: [{ adultId: 'daniel', adult: '§ adult', issue: '§ issue', stage: 'action' }],
      nothingNew: true,
      text: '§ review',
      notes: [
        {
          noteId: 'n1',
          text: '§ protected, for him',
          discipline: 'domestic-abuse-officer',
          audience: [],
          by: 'adaeze',
        },
        {
          noteId: 'n2',
          text: '§ protected from him',
          discipline: 'domestic-abuse',
          audience: [],
          by: 'adaeze',
        },
      ],
      concerns: null,
    },
  ],
  scale: {
    revealed: true,
    group: 5,
    last: 4,
    spread: 3,
    scores: [{ ...his, score: 6, reason: '§ why six', concerns: null }],
  },
  challenges: [
    {
      challengeId: 'c1',
      raisedBy: { personId: 'v', name: '§ who asked' },
      recordedBy: null,
      about: 'pace',
      quote: '§ words it is about',
      text: '§ challenge',
      answers: [{ by: { personId: 'u', name: '§ who answered' }, recordedBy: null, text: '§ answer' }],
      outcome: {
        outcome: 'evidence-needed',
        reason: '§ reason',
        person: { personId: 't', name: '§ who brings it' },
        byOn: '2026-03-27',
        by: chair,
      },
      carried: true,
      concerns: null,
    },
  ],
  wrongAbout: '§ wrong about',
  decision: {
    type: 'continue',
    text: '§ decision',
    rationale: '§ rationale',
    contingency: '§ contingency',
    reviewOn: '2026-04-07',
    whoAgreed: [{ personId: 's', name: '§ who agreed' }],
  },
  dissents: [{ personId: 'r', name: '§ who disagreed', text: '§ dissent', concerns: null }],
  steps: [
    step,
    {
      ...step,
      stepId: 'a2',
      text: '§ protected step',
      withWhom: '§ protected with',
      evidence: '§ protected knowing',
      different: '§ protected difference',
      openEndedBecause: '§ protected end',
      protected: true,
    },
  ],
  noStepBecause: '§ no step because',
  sayToFamily: '§ say to family',
  summary: '§ summary',
  adults: [],
};

/** Every text that somebody wrote, wherever it stands. */
function written(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('§') ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(written) : [];
}

/** What stands on the sheet, signed, so that nothing of it is a box to write in. */
function sheetOf(minutes: Minutes, you: Actor): string {
  const all = everybody.map(({ personId, name, discipline }) => ({
    personId,
    name,
    firstName: name,
    discipline,
    workingDays: '1111100',
  }));
  const refuse = () => Promise.reject(new Error('Nothing is changed here'));
  const log = {
    change: refuse,
    here: [],
    writing: () => undefined,
    status: 'live',
    seq: 1,
    pending: 0,
    refresh: refuse,
  };
  const page = {
    logId: 'discussion/d',
    log: log as never,
    state: { ...emptyDiscussion, status: 'signed' as const },
    you,
    people: peopleOf(all),
    today: '2026-03-10',
  };
  const html = renderToStaticMarkup(
    <DiscussionContext value={page}>
      <MinutesDecision minutes={minutes} />
      <MinutesSteps minutes={minutes} />
      <MinutesTalk minutes={minutes} />
    </DiscussionContext>,
  );
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe('the sheet that is read back before signing', () => {
  it('has every text that is filed, for the chair, who signs it', () => {
    const sheet = sheetOf(full, adaeze);
    const texts = written(full);
    expect(texts.filter((text) => !sheet.includes(text))).toEqual([]);
    expect(texts.filter((text) => !minutesText(full).includes(text.replace(/\.$/, '')))).toEqual([]);
    expect(texts.length).toBeGreaterThan(50);
  });

  it('has the days, the plan, the stage, the spread and how often a step was carried', () => {
    const sheet = sheetOf(full, adaeze);
    const days = [
      '2025-11-24',
      '2026-03-03',
      '2026-03-04',
      '2026-02-10',
      '2026-02-20',
      '2026-02-19',
      '2026-03-27',
      '2026-04-07',
    ];
    for (const day of days) expect(sheet).toContain(longDate(day));
    expect(sheet).toContain('CP plan since');
    expect(sheet).toMatch(/by § who saw her, alone/);
    expect(sheet).toContain('In a drawing');
    expect(sheet).toContain('taking action');
    expect(sheet).toContain('Spread 3');
    expect(sheet).toContain('Carried ×3');
    expect(sheet).toContain('carried from last time');
    expect(sheet).toContain('Nothing new');
  });

  it('has for Marcus everything but what is protected from him', () => {
    const his = forReader(full, marcus);
    const sheet = sheetOf(his, marcus);
    const texts = written(his);
    expect(texts.filter((text) => !sheet.includes(text))).toEqual([]);
    expect(texts).toContain('§ protected, for him');
    expect(sheet).toContain('1 protected note');
    const withheld = written(full).filter((text) => !texts.includes(text));
    expect(withheld.length).toBeGreaterThan(8);
    expect(withheld.filter((text) => sheet.includes(text))).toEqual([]);
  });
});

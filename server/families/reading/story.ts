import type { PlanType } from '../../../shared/discussion/state.js';
import type { StoryLine } from '../../../shared/families/family.js';
import { planTypes } from '../../../shared/families/members.js';
import { shortDate } from '../../../shared/schedule/day-in-words.js';
import {
  movedReason,
  type SlotOutcome,
  type SlotReason,
  slotReasons,
} from '../../../shared/session/state.js';
import type { Connection } from '../../core/connection.js';
import type { ReadMinutes } from './minutes-pages.service.js';

const outcomes: Partial<Record<SlotOutcome, string>> = {
  'not-reached': 'Not reached',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
};
const happeningTitles: Readonly<Record<string, string>> = {
  visit: 'Visit',
  move: 'Move',
  meeting: 'Meeting',
  conference: 'Conference',
  legal: 'Legal',
  school: 'School',
  health: 'Health',
  police: 'Police',
  other: 'News',
};

const plain: Omit<StoryLine, 'on' | 'kind' | 'title'> = {
  words: '',
  voice: false,
  childId: null,
  byId: null,
  minutesId: null,
  discussionId: null,
};

/** The story so far, newest first: supervisions, slots that came to nothing, plans, and what people added. */
export async function storyOf(
  at: Connection,
  familyId: string,
  minutes: readonly ReadMinutes[],
  today: string,
): Promise<StoryLine[]> {
  const lines = [
    ...(await supervisions(at, familyId, minutes)),
    ...(await missed(at, familyId, today)),
    ...(await plans(at, familyId)),
    ...(await happenings(at, familyId)),
  ];
  return lines.sort((a, b) => b.on.localeCompare(a.on));
}

async function supervisions(
  at: Connection,
  familyId: string,
  minutes: readonly ReadMinutes[],
): Promise<StoryLine[]> {
  const rows = await at.query<{
    discussion_id: string | null;
    held_on: string;
    counts: number;
    note: string | null;
    chair_id: string | null;
    chair_name: string | null;
  }>(
    'SELECT discussion_id, held_on, counts, note, chair_id, chair_name FROM supervision WHERE family_id = $1',
    [familyId],
  );
  return rows.map((row) => {
    const filed = minutes.find((m) => m.discussionId === row.discussion_id);
    const chaired = row.chair_name && !row.chair_id ? `${row.chair_name} chaired.` : '';
    return {
      ...plain,
      on: row.held_on,
      kind: row.counts === 1 ? 'supervision' : 'case-discussion',
      title: row.counts === 1 ? 'Group supervision' : 'Case discussion',
      words: filed?.minutes.decision.text ?? [row.note, chaired].filter(Boolean).join(' '),
      byId: row.chair_id,
      minutesId: filed?.minutesId ?? null,
      discussionId: row.discussion_id,
    };
  });
}

async function missed(at: Connection, familyId: string, today: string): Promise<StoryLine[]> {
  const rows = await at.query<{
    held_on: string;
    outcome: SlotOutcome;
    reason: SlotReason | typeof movedReason | null;
    moved_to: string | null;
    discussion_id: string;
    chair_id: string | null;
  }>(
    `SELECT s.held_on, p.outcome, p.reason, p.discussion_id, s.chair_id,
       (SELECT n.held_on FROM slot m JOIN session n ON n.id = m.session_id WHERE m.id = p.moved_to_slot_id) AS moved_to
     FROM slot p
       JOIN session s ON s.id = p.session_id JOIN discussion d ON d.id = p.discussion_id
     WHERE d.family_id = $1 AND s.held_on <= $2 AND p.outcome IN ('not-reached', 'postponed', 'cancelled')`,
    [familyId, today],
  );
  // A move to a day no later than before put nothing off.
  const putOff = rows.filter(
    (row) => row.reason !== movedReason || !row.moved_to || row.moved_to > row.held_on,
  );
  return putOff.map((row) => ({
    ...plain,
    on: row.held_on,
    kind: row.outcome,
    title: outcomes[row.outcome] ?? row.outcome,
    words: becauseOf(row.reason, row.moved_to),
    byId: row.chair_id,
    discussionId: row.discussion_id,
  }));
}

function becauseOf(reason: SlotReason | typeof movedReason | null, movedTo: string | null): string {
  if (reason === movedReason) return movedTo ? `Moved to ${shortDate(movedTo)}.` : '';
  return reason ? `${slotReasons[reason]}.` : '';
}

async function plans(at: Connection, familyId: string): Promise<StoryLine[]> {
  const rows = await at.query<{
    child_id: string;
    first_name: string;
    type: PlanType;
    category: string | null;
    since_on: string;
    until_on: string | null;
  }>(
    `SELECT p.child_id, c.first_name, p.type, p.category, p.since_on, p.until_on FROM plan p
       JOIN child c ON c.id = p.child_id WHERE c.family_id = $1`,
    [familyId],
  );
  return rows.flatMap((row) => {
    const name = `${row.first_name}: ${planTypes[row.type].toLowerCase()}`;
    const line = { ...plain, kind: 'plan', childId: row.child_id };
    const began = { ...line, on: row.since_on, title: name, words: row.category ? `${row.category}.` : '' };
    return row.until_on ? [began, { ...line, on: row.until_on, title: `${name} ended` }] : [began];
  });
}

async function happenings(at: Connection, familyId: string): Promise<StoryLine[]> {
  const rows = await at.query<{
    happened_on: string;
    kind: string;
    words: string;
    voice: number;
    child_id: string | null;
    by_id: string | null;
  }>('SELECT happened_on, kind, words, voice, child_id, by_id FROM happening WHERE family_id = $1', [
    familyId,
  ]);
  return rows.map((row) => ({
    ...plain,
    on: row.happened_on,
    kind: row.kind,
    title: happeningTitles[row.kind] ?? 'News',
    words: row.words,
    voice: row.voice === 1,
    childId: row.child_id,
    byId: row.by_id,
  }));
}

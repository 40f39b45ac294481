import type { DisciplineCode } from '../../disciplines.js';
import type { AuditFacts, DisciplineFact, DiscussionFacts } from '../facts.js';
import { type Figure, figureOf, numberOf, type Row } from '../figure.js';
import { groupedBy } from '../grouped.js';
import { byFamily, groupsOfDiscussion } from '../groups.js';
import type { Question } from '../standing.js';

type Span = Pick<Question, 'from' | 'asAt'>;

/** The discussions held from a day until and with another, whether or not they count: an absence may be why they do not. */
export function heldIn(facts: AuditFacts, { from, asAt }: Span): DiscussionFacts[] {
  return facts.discussions.filter((d) => d.heldOn >= from && d.heldOn <= asAt);
}

/** A discipline at a discussion, or so many alike. */
export interface Line extends Pick<DisciplineFact, 'discipline' | 'way' | 'ready'> {
  row: Pick<Row, 'id' | 'familyId' | 'discussionId' | 'on' | 'groups' | 'times'>;
}

/**
 * 7. Attendance: of the discussions where a discipline was allocated and in post, how many it attended, in the room,
 * remote or by deputy. A vacant post stands apart and is nobody’s absence. Cut by discipline, it is a line for each.
 */
export function attendanceOf(facts: AuditFacts, span: Span): Figure {
  return attendanceOfLines(linesOf(facts, span));
}

export function attendanceOfLines(lines: readonly Line[]): Figure {
  const rows = landed(lines, ({ way }) => way === 'there');
  return figureOf('attendance', rows, besideOf(rows));
}

/** 8. Contribution: of the same, how many attended or had their review ready. */
export function contributionOf(facts: AuditFacts, span: Span): Figure {
  return contributionOfLines(linesOf(facts, span));
}

export function contributionOfLines(lines: readonly Line[]): Figure {
  const rows = landed(lines, ({ way, ready }) => way === 'there' || ready);
  return figureOf('contribution', rows, besideOf(rows));
}

/** The lines of the discussions of a time, one by one. */
export function linesOf(facts: AuditFacts, span: Span): Line[] {
  const families = byFamily(facts);
  return heldIn(facts, span).flatMap((d) => {
    const groups = groupsOfDiscussion(families.get(d.familyId), d);
    return d.disciplines.map(({ discipline, way, ready, personIds }) => ({
      discipline,
      way,
      ready,
      row: {
        id: `${d.discussionId}/${discipline}`,
        familyId: d.familyId,
        discussionId: d.discussionId,
        on: d.heldOn,
        groups: { ...groups, discipline: [discipline], worker: personIds },
      },
    }));
  });
}

function landed(lines: readonly Line[], meets: (line: Line) => boolean): Row[] {
  return lines.map((line) => ({
    ...line.row,
    lands: line.way === 'vacant' ? 'apart' : meets(line) ? 'met' : 'not-met',
    reason: line.way === 'absent' && line.ready ? 'in-writing' : line.way,
    provisional: false,
  }));
}

function besideOf(rows: readonly Row[]): Figure['beside'] {
  const count = (reason: string) => numberOf(rows.filter((r) => r.reason === reason));
  return { inWriting: count('in-writing'), vacant: count('vacant') };
}

/** A discipline, in post, of which nobody attended a family’s last two discussions, nor wrote for them. */
export interface Silence {
  familyId: string;
  discipline: DisciplineCode;
  personIds: readonly string[];
  /** The two discussions, the older first. */
  discussionIds: readonly [string, string];
  on: string;
}

/** Disciplines that were silent twice running, as at a day. */
export function silentTwice(facts: AuditFacts, asAt: string): Silence[] {
  const held = facts.discussions.filter((d) => d.heldOn <= asAt);
  return [...groupedBy(held, (d) => d.familyId).values()].flatMap((of) => {
    const [last, before] = [...of].sort(newestFirst);
    if (!last || !before) return [];
    return last.disciplines.flatMap((now) => {
      const then = before.disciplines.find((d) => d.discipline === now.discipline);
      if (!then || !isSilent(now) || !isSilent(then)) return [];
      const { familyId, heldOn } = last;
      const discussionIds = [before.discussionId, last.discussionId] as const;
      return [{ familyId, discipline: now.discipline, personIds: now.personIds, discussionIds, on: heldOn }];
    });
  });
}

/** The newest first; of two on one day the one whose id is later. */
export function newestFirst(a: DiscussionFacts, b: DiscussionFacts): number {
  const key = (d: DiscussionFacts) => `${d.heldOn} ${d.discussionId}`;
  if (a.discussionId === b.discussionId) return 0;
  return key(a) < key(b) ? 1 : -1;
}

function isSilent({ way, ready }: DiscussionFacts['disciplines'][number]): boolean {
  return way === 'absent' && !ready;
}

import { Injectable } from '@nestjs/common';
import type { AllocationFacts } from '../../../shared/audit/facts.js';
import { groupedBy } from '../../../shared/audit/grouped.js';
import { talkOf } from '../../../shared/audit/talk.js';
import type { DisciplineCode } from '../../../shared/disciplines.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { composeMinutes } from '../../../shared/minutes/compose.js';
import type { Minutes } from '../../../shared/minutes/minutes.js';
import { dateInEngland } from '../../../shared/schedule/local-time.js';
import { Reader } from '../../core/reader.js';
import { Transactions } from '../../core/transaction.js';
import { Record } from '../../live/record.js';
import { places } from '../places.js';
import { Stretches } from '../standing/stretches.service.js';
import { keepTalk, type Taken } from './keep-talk.js';

const atOnce = 200;
/** A signature is stamped before it is committed: what is found is looked for again from so long before. */
const overlapMs = 10 * 60_000;

interface SignedRow {
  id: string;
  family_id: string;
  session_id: string | null;
  team_id: string | null;
  chair_id: string | null;
  signed_at: string;
  record: string;
}
/** Counts come as text from PostgreSQL. */
interface Counts {
  signed: number | string;
  taken: number | string;
  open: number | string;
}

interface OpenRow {
  id: string;
  family_id: string;
  session_id: string | null;
  team_id: string | null;
  chair_id: string | null;
  seq: number | null;
  head: number;
}

/**
 * Takes discussions into the audit's own rows: each once when it is signed, and one whose record is open whenever its
 * log has grown. Nothing is lost if it never ran: it is made up before every answer, and what is there already costs a few
 * short questions. Families’ stretches with teams are kept up in the same way.
 */
@Injectable()
export class TakingIn {
  private since: string | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly record: Record,
    private readonly stretches: Stretches,
  ) {}

  /** Whoever asks while it runs waits for the same work. */
  upToNow(): Promise<void> {
    this.running ??= this.take().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async take(): Promise<void> {
    await this.stretches.upToNow();
    this.since ??= await this.firstSince();
    for (;;) {
      const rows = await this.reader.query<SignedRow>(
        `SELECT d.id, d.family_id, d.session_id, s.team_id, s.chair_id, m.signed_at, m.record
         FROM minutes m JOIN discussion d ON d.id = m.discussion_id LEFT JOIN session s ON s.id = d.session_id
         LEFT JOIN audit_talk t ON t.discussion_id = d.id AND t.seq IS NULL
         WHERE m.signed_at >= $1 AND t.discussion_id IS NULL ORDER BY m.signed_at LIMIT ${atOnce}`,
        [this.since],
      );
      await this.keep(rows.map(signed));
      if (rows.length < atOnce) break;
    }
    this.since = await this.beforeNewest();
    await this.open();
  }

  /** A server that begins reads ten years again only where there is something among them that was never taken in. */
  private async firstSince(): Promise<string> {
    const [all] = await this.reader.query<Counts>(
      `SELECT (SELECT COUNT(*) FROM minutes) AS signed, (SELECT COUNT(*) FROM audit_talk) AS taken,
         (SELECT COUNT(*) FROM audit_talk WHERE seq IS NOT NULL) AS open`,
    );
    const isWhole = all && Number(all.signed) === Number(all.taken) - Number(all.open);
    return isWhole ? this.beforeNewest() : '';
  }

  private async beforeNewest(): Promise<string> {
    const [newest] = await this.reader.query<{ at: string | null }>(
      'SELECT MAX(signed_at) AS at FROM minutes',
    );
    return newest?.at ? new Date(Date.parse(newest.at) - overlapMs).toISOString() : '';
  }

  private async open(): Promise<void> {
    await this.forgetTakenBack();
    const rows = await this.reader.query<OpenRow>(
      `SELECT d.id, d.family_id, d.session_id, s.team_id, s.chair_id, t.seq, l.head
       FROM discussion d JOIN log l ON l.id = 'discussion/' || d.id LEFT JOIN session s ON s.id = d.session_id
       LEFT JOIN audit_talk t ON t.discussion_id = d.id
       WHERE d.status = 'held' AND d.held_on IS NOT NULL AND (t.seq IS NULL OR t.seq <> l.head)`,
    );
    const found = await Promise.all(
      rows.map(async (row): Promise<Found | null> => {
        const log = await this.record.stateOf<DiscussionState>(`discussion/${row.id}`);
        // Signed in the meantime: the next look finds its minutes.
        if (!log?.state.heldOn || log.state.status === 'signed') return null;
        const minutes = composeMinutes(log.state, () => '');
        return { minutes, row, signedOn: null, seq: log.seq };
      }),
    );
    await this.keep(found.filter((f) => f !== null));
  }

  /** A discussion that was taken as held by mistake, and went back to preparation, was not held. */
  private async forgetTakenBack(): Promise<void> {
    const rows = await this.reader.query<{ id: string }>(
      `SELECT t.discussion_id AS id FROM audit_talk t JOIN discussion d ON d.id = t.discussion_id
       WHERE t.seq IS NOT NULL AND d.status NOT IN ('held', 'signed')`,
    );
    if (rows.length === 0) return;
    await this.transactions.run(async (tx) => {
      for (const { id } of rows) {
        await tx.run('DELETE FROM audit_line WHERE discussion_id = $1', [id]);
        await tx.run('DELETE FROM audit_talk WHERE discussion_id = $1 AND seq IS NOT NULL', [id]);
      }
    });
  }

  private async keep(found: readonly Found[]): Promise<void> {
    if (found.length === 0) return;
    const allocations = await this.allocations(found.map((f) => f.row.family_id));
    const taken = found.map(
      ({ minutes, row, signedOn, seq }): Taken => ({
        talk: talkOf(minutes, {
          teamId: row.team_id,
          sessionId: row.session_id,
          chairId: minutes.chair?.personId ?? row.chair_id,
          signedOn,
          allocations: allocations.get(row.family_id) ?? [],
        }),
        minutes,
        seq,
      }),
    );
    await this.transactions.run(async (tx) => {
      for (const one of taken) await keepTalk(tx, one);
    });
  }

  private async allocations(familyIds: readonly string[]): Promise<Map<string, AllocationFacts[]>> {
    const ids = [...new Set(familyIds)];
    const rows = await this.reader.query<{
      family_id: string;
      discipline: DisciplineCode;
      person_id: string | null;
      from_on: string;
      to_on: string | null;
    }>(
      `SELECT family_id, discipline, person_id, from_on, to_on FROM allocation WHERE family_id IN
         (${places(ids.length, 0)})`,
      ids,
    );
    const facts = rows.map((r) => ({
      familyId: r.family_id,
      discipline: r.discipline,
      personId: r.person_id,
      fromOn: r.from_on,
      toOn: r.to_on,
    }));
    return groupedBy(facts, (f) => f.familyId);
  }
}

interface Found {
  minutes: Minutes;
  row: Pick<OpenRow, 'family_id' | 'session_id' | 'team_id' | 'chair_id'>;
  signedOn: string | null;
  seq: number | null;
}

function signed(row: SignedRow): Found {
  const minutes = JSON.parse(row.record) as Minutes;
  return { minutes, row, signedOn: dateInEngland(row.signed_at), seq: null };
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './dialect.js';

/**
 * Since when a family stands on the list of a session that people count on: they were told of it, or its day had come.
 * It is noted once and never moves, whatever is told again later, so that the list that went out can be held to.
 */
export class Lists1700000000021 implements MigrationInterface {
  name = 'Lists1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await define(runner, () => [
      `ALTER TABLE slot ADD COLUMN listed_at varchar(24)`,
      // The history has every telling of a session, and when each family was put into it.
      `UPDATE slot SET listed_at = COALESCE(
        (SELECT MIN(t.at) FROM act t WHERE t.subject = 'session' AND t.subject_id = slot.session_id
          AND t.kind = 'session.invite' AND t.at >= COALESCE(
            (SELECT MIN(a.at) FROM act a JOIN discussion d ON d.family_id = a.subject_id
              WHERE d.id = slot.discussion_id AND a.subject = 'family' AND a.kind IN ('slot.add', 'slot.move')
                AND a.after LIKE '%' || slot.session_id || '%'), '')),
        (SELECT MIN(i.at) FROM invite i WHERE i.session_id = slot.session_id AND NOT EXISTS (SELECT 1 FROM act t
          WHERE t.subject = 'session' AND t.subject_id = slot.session_id AND t.kind = 'session.invite')))`,
      // Taken off before the list went out.
      `UPDATE slot SET listed_at = NULL WHERE outcome IN ('postponed', 'cancelled') AND outcome_at < listed_at`,
      // Of whom nobody was told: on the list that stood on the day.
      `UPDATE slot SET listed_at = (SELECT s.held_on || 'T00:00:00.000Z' FROM session s WHERE s.id = slot.session_id)
        WHERE listed_at IS NULL AND EXISTS (SELECT 1 FROM session s WHERE s.id = slot.session_id AND s.status <> 'planned'
          AND (slot.outcome IS NULL OR slot.outcome NOT IN ('postponed', 'cancelled') OR slot.outcome_at >= s.held_on))`,
      // Who was taken out and put back stands on the list once.
      `UPDATE slot SET listed_at = NULL WHERE outcome IN ('postponed', 'cancelled') AND EXISTS (SELECT 1 FROM slot n
        WHERE n.session_id = slot.session_id AND n.discussion_id = slot.discussion_id AND n.id <> slot.id AND n.position >= 0)`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back from here but a restored copy.');
  }
}

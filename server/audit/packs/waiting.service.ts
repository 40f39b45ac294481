import { Inject, Injectable } from '@nestjs/common';
import type { PackWaits } from '../../../shared/audit/pack/http.js';
import { packWaitsWords } from '../../../shared/messages/words.js';
import type { Config } from '../../config.js';
import { Clock } from '../../core/clock.js';
import type { Caller } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { CONFIG } from '../../core/tokens.js';
import type { Tx } from '../../core/transaction.js';
import { Outbox } from '../../messages/outbox.service.js';
import { AuditAccess } from '../audit-access.service.js';
import { Samples } from '../samples/samples.service.js';
import { lastDay } from './last-day.js';

/** A pack that is ready, as those are told who could be its second manager. */
interface Ready {
  packId: string;
  personId: string;
  madeAt: string;
  teamIds: readonly string[];
}

/** Tells those who could agree to a pack that it waits for one of them: by a quiet message, and on their own page. */
@Injectable()
export class PacksWaiting {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly access: AuditAccess,
    private readonly samples: Samples,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Once each, and never to the one who asked. What it was asked for is free text, and does not leave by itself. */
  async tell(tx: Tx, { packId, personId: askedBy, madeAt, teamIds }: Ready): Promise<void> {
    const could = (await this.access.managersOf(tx, teamIds)).filter((id) => id !== askedBy);
    const words = packWaitsWords(this.config.publicUrl, packId, lastDay(madeAt));
    for (const personId of await this.outbox.reaches(tx, could))
      await this.outbox.write(tx, { key: `pack-waits/${packId}/${personId}`, personId, words });
  }

  /** Those that the caller could agree to now, the one that ends soonest first. */
  async of(by: Caller): Promise<PackWaits[]> {
    if (!this.access.managesAny(by)) return [];
    const rows = await this.reader.query<{ id: string; sample_id: string; made_at: string }>(
      `SELECT id, sample_id, made_at FROM audit_pack WHERE status = 'ready' AND taken_at IS NULL AND by_id <> $1 ORDER BY made_at, id`,
      [by.personId],
    );
    const teams = await this.samples.teamsOf(rows.map((r) => r.sample_id));
    return rows
      .filter(({ sample_id }) => {
        const of = teams.get(sample_id);
        return of !== undefined && this.access.manages(by, of.ids);
      })
      .map(({ id, made_at }) => ({ packId: id, until: lastDay(made_at) }))
      .filter(({ until }) => this.clock.today() <= until);
  }
}

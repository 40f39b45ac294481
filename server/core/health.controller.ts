import { statfs } from 'node:fs/promises';
import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Config } from '../config.js';
import { Clock } from './clock.js';
import { Open } from './http/policy.js';
import { LifeCycle } from './life-cycle.js';
import { CONFIG } from './tokens.js';
import { Transactions } from './transaction.js';

const leastDiskBytes = 500 * 1024 * 1024;
const clockSaneFrom = '2026-01-01';

/** For the machine that watches this one: never a word of what is inside. */
@Controller('api/health')
export class HealthController {
  private probed: { until: number; answer: Promise<boolean> } | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly life: LifeCycle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('live')
  @Open()
  @HttpCode(200)
  live(): { ok: true } {
    return { ok: true };
  }

  /** Ready is: not leaving, the clock sane, room on the disk, and a row written and on disk just now. */
  @Get('ready')
  @Open()
  async ready(@Res() response: Response): Promise<void> {
    const ok =
      !this.life.leaving &&
      this.clock.at() > clockSaneFrom &&
      (await this.hasRoom()) &&
      (await this.writes());
    response.status(ok ? 200 : 503).json({ ok });
  }

  private async hasRoom(): Promise<boolean> {
    if (this.config.databaseUrl) return true;
    const disk = await statfs(this.config.dataDir);
    return disk.bavail * disk.bsize > leastDiskBytes;
  }

  /** At most one probe a second, however often it is asked: each costs the disk a write. */
  private writes(): Promise<boolean> {
    const now = performance.now();
    if (this.probed && this.probed.until > now) return this.probed.answer;
    const sql = 'INSERT INTO probe (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at';
    const answer = this.transactions
      .run((tx) => tx.run(sql, [this.clock.at()]))
      .then(
        () => true,
        () => false,
      );
    this.probed = { until: now + 1000, answer };
    return answer;
  }
}

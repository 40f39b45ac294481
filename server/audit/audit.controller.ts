import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  AttendancePage,
  Look,
  LooksAsked,
  MonthsAsked,
  MonthsPage,
  OversightPage,
  PeriodAsked,
  SnapshotAsked,
  SnapshotPage,
  WhyAsked,
  WhyPage,
} from '../../shared/audit/http.js';
import { type Limit, limitOf } from '../../shared/audit/limits.js';
import { Refused } from '../../shared/refusals.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { Clock } from '../core/clock.js';
import { Answers } from '../core/http/answers.js';
import { By, type Caller, SignedIn } from '../core/http/policy.js';
import { AuditAccess, type Scope } from './audit-access.service.js';
import { Looks } from './looks.service.js';
import { Months } from './months/months.service.js';
import { Snapshot } from './standing/snapshot.service.js';
import { TalkPages } from './talks/talk-pages.service.js';
import { Why } from './why.service.js';

/** A quarter of a year, for what is asked of a period without a beginning. */
const quarter = 91;

/** The figures of supervision. Every page that is opened is written down, with who and why, before it is answered. */
@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly access: AuditAccess,
    private readonly looks: Looks,
    private readonly clock: Clock,
    private readonly snapshots: Snapshot,
    private readonly monthly: Months,
    private readonly talks: TalkPages,
    private readonly whys: Why,
  ) {}

  @Get('snapshot')
  @SignedIn()
  @Answers(SnapshotPage)
  async snapshot(
    @By() by: Caller,
    @Query({ schema: SnapshotAsked }) asked: SnapshotAsked,
  ): Promise<SnapshotPage> {
    const scope = await this.open(by, 'snapshot', asked);
    const question = { asAt: asked.asAt ?? this.clock.today(), limit: limit(asked), by: asked.by };
    return this.snapshots.page(scope, question, await this.access.named(by));
  }

  @Get('months')
  @SignedIn()
  @Answers(MonthsPage)
  async months(@By() by: Caller, @Query({ schema: MonthsAsked }) asked: MonthsAsked): Promise<MonthsPage> {
    const scope = await this.open(by, 'months', asked);
    const { from, rebase, asAt = this.clock.today() } = asked;
    return this.monthly.page(scope, { asAt, limit: limit(asked), from, rebase }, await this.access.named(by));
  }

  @Get('attendance')
  @SignedIn()
  @Answers(AttendancePage)
  async attendance(
    @By() by: Caller,
    @Query({ schema: PeriodAsked }) asked: PeriodAsked,
  ): Promise<AttendancePage> {
    const scope = await this.open(by, 'attendance', asked);
    return this.talks.attendance(scope, this.period(asked));
  }

  @Get('oversight')
  @SignedIn()
  @Answers(OversightPage)
  async oversight(
    @By() by: Caller,
    @Query({ schema: PeriodAsked }) asked: PeriodAsked,
  ): Promise<OversightPage> {
    const scope = await this.open(by, 'oversight', asked);
    return this.talks.oversight(scope, this.period(asked), await this.access.named(by));
  }

  @Get('why')
  @SignedIn()
  @Answers(WhyPage)
  async why(@By() by: Caller, @Query({ schema: WhyAsked }) asked: WhyAsked): Promise<WhyPage> {
    const page = await this.whys.page(
      asked.familyId,
      { asAt: asked.asAt ?? this.clock.today(), limit: limit(asked) },
      await this.access.named(by),
    );
    await this.looks.keep(by, 'why', { teamId: null, asked, why: asked.why });
    return page;
  }

  /** Who looked, for managers of the team. */
  @Get('looks')
  @SignedIn()
  @Answers(z.array(Look))
  async looked(@By() by: Caller, @Query({ schema: LooksAsked }) asked: LooksAsked): Promise<Look[]> {
    const scope = await this.access.scope(by, asked.teamId);
    if (!this.access.manages(by, scope.teamIds)) throw new Refused('manager-only');
    return this.looks.of(scope.teamIds);
  }

  private async open(
    by: Caller,
    what: string,
    asked: { teamId?: string | undefined; why: string },
  ): Promise<Scope> {
    const scope = await this.access.scope(by, asked.teamId);
    await this.looks.keep(by, what, { teamId: scope.teamId, asked, why: asked.why });
    return scope;
  }

  private period(asked: PeriodAsked) {
    const asAt = asked.asAt ?? this.clock.today();
    const from = asked.from ?? plusDays(asAt, 1 - quarter);
    if (from > asAt) throw new Refused('bad-dates');
    return { from, asAt, limit: limit(asked), by: asked.by };
  }
}

function limit({ limit: code }: { limit: string }): Limit {
  return limitOf(code) ?? 'policy';
}

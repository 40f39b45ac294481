import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Cut } from '../../shared/audit/figure.js';
import {
  AttendancePage,
  GapsPage,
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
import { RowsAsked, RowsPage, rowsShown } from '../../shared/audit/rows-http.js';
import { Refused } from '../../shared/refusals.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { Clock } from '../core/clock.js';
import { Answers, type Checked } from '../core/http/answers.js';
import { By, type Caller, SignedIn } from '../core/http/policy.js';
import { AuditAccess } from './audit-access.service.js';
import { Counting } from './counting/counting.service.js';
import { Looks } from './looks.service.js';
import type { Page, PageAsked, PageName } from './pages.service.js';
import { Why } from './why.service.js';

/** A quarter of a year, for what is asked of a period without a beginning. */
const quarter = 91;

type Asked = Omit<PeriodAsked, 'by'> & { by?: Cut | undefined; rebase?: string | undefined } & Pick<
    PageAsked,
    'rows'
  >;
type Answered = Page[PageName] | Checked;

/** The figures of supervision. Every page that is opened is written down, with who and why, before it is answered. */
@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly access: AuditAccess,
    private readonly looks: Looks,
    private readonly clock: Clock,
    private readonly counting: Counting,
    private readonly whys: Why,
  ) {}

  @Get('snapshot')
  @SignedIn()
  @Answers(SnapshotPage)
  snapshot(@By() by: Caller, @Query({ schema: SnapshotAsked }) asked: SnapshotAsked): Promise<Answered> {
    return this.page('snapshot', by, { ...asked, from: undefined });
  }

  @Get('months')
  @SignedIn()
  @Answers(MonthsPage)
  months(@By() by: Caller, @Query({ schema: MonthsAsked }) asked: MonthsAsked): Promise<Answered> {
    return this.page('months', by, asked);
  }

  @Get('attendance')
  @SignedIn()
  @Answers(AttendancePage)
  attendance(@By() by: Caller, @Query({ schema: PeriodAsked }) asked: PeriodAsked): Promise<Answered> {
    return this.page('attendance', by, this.period(asked));
  }

  @Get('oversight')
  @SignedIn()
  @Answers(OversightPage)
  oversight(@By() by: Caller, @Query({ schema: PeriodAsked }) asked: PeriodAsked): Promise<Answered> {
    return this.page('oversight', by, this.period(asked));
  }

  @Get('gaps')
  @SignedIn()
  @Answers(GapsPage)
  gaps(@By() by: Caller, @Query({ schema: PeriodAsked }) asked: PeriodAsked): Promise<Answered> {
    return this.page('gaps', by, this.period(asked));
  }

  /** The rows behind one number of the other pages. */
  @Get('rows')
  @SignedIn()
  @Answers(RowsPage)
  async rows(@By() by: Caller, @Query({ schema: RowsAsked }) asked: RowsAsked): Promise<Answered> {
    await this.access.mayRead(by, asked.measure, asked.teamId);
    const { from, asAt, ...period } = this.period(asked);
    return this.page('rows', by, { ...period, from, asAt, rows: { ...asked, most: rowsShown } });
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
    const teamIds = await this.access.teamsOfFamily(asked.familyId);
    await this.looks.keep(by, 'why', { teamIds, asked, why: asked.why });
    return page;
  }

  /** Who looked, for managers of the team. */
  @Get('looks')
  @SignedIn()
  @Answers(z.array(Look))
  async looked(@By() by: Caller, @Query({ schema: LooksAsked }) asked: LooksAsked): Promise<Look[]> {
    const scope = await this.access.scope(by, asked.teamId);
    if (!this.access.manages(by, scope.teamIds)) throw new Refused('manager-only');
    return this.looks.of(by, scope.teamIds);
  }

  private async page(name: PageName, by: Caller, asked: Asked): Promise<Answered> {
    const scope = await this.access.scope(by, asked.teamId);
    const { asAt = this.clock.today(), from, limit, by: cut, rebase, rows } = asked;
    const what = rows ? `rows-${rows.measure}` : name;
    await this.looks.keep(by, what, { teamIds: scope.teamIds, asked, why: asked.why });
    const question = { scope, personId: by.personId, asAt, from, limit, by: cut, rebase, rows };
    return this.counting.answer(name, question);
  }

  private period(asked: PeriodAsked): Asked {
    const asAt = asked.asAt ?? this.clock.today();
    const from = asked.from ?? plusDays(asAt, 1 - quarter);
    if (from > asAt) throw new Refused('bad-dates');
    return { ...asked, from, asAt };
  }
}

function limit({ limit: code }: { limit: string }): Limit {
  return limitOf(code) ?? 'policy';
}

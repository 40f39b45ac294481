import { Injectable } from '@nestjs/common';
import type { Cut } from '../../shared/audit/figure.js';
import type {
  AttendancePage,
  GapsPage,
  MonthsPage,
  OversightPage,
  SnapshotPage,
} from '../../shared/audit/http.js';
import { limitOf } from '../../shared/audit/limits.js';
import type { RowsPage } from '../../shared/audit/rows-http.js';
import { AuditAccess, type Scope } from './audit-access.service.js';
import { Months } from './months/months.service.js';
import { RowPages, type RowsWanted } from './rows/row-pages.service.js';
import { GapPages } from './standing/gap-pages.service.js';
import { Snapshot } from './standing/snapshot.service.js';
import { TalkPages } from './talks/talk-pages.service.js';

/** The pages of figures, by what they are called in their addresses. */
export interface Page {
  snapshot: SnapshotPage;
  months: MonthsPage;
  attendance: AttendancePage;
  oversight: OversightPage;
  gaps: GapsPage;
  rows: RowsPage;
}
export type PageName = keyof Page;

/** What a page is asked for by somebody who was let in: plain enough to be handed to another process. */
export interface PageAsked {
  scope: Scope;
  /** Whose names of families may be shown. */
  personId: string;
  asAt: string;
  /** The first day of a period; of the months the first month, where one was asked for. */
  from: string | undefined;
  /** A limit's code. */
  limit: string;
  by?: Cut | undefined;
  rebase?: string | undefined;
  /** Of the page of rows: which. */
  rows?: RowsWanted | undefined;
}

/** Makes any page of figures, whoever asks for it and wherever it is made. */
@Injectable()
export class Pages {
  constructor(
    private readonly access: AuditAccess,
    private readonly snapshots: Snapshot,
    private readonly months: Months,
    private readonly talks: TalkPages,
    private readonly gaps: GapPages,
    private readonly rows: RowPages,
  ) {}

  async of<N extends PageName>(name: N, asked: PageAsked): Promise<Page[N]> {
    const named = name === 'attendance' ? nobody : this.access.named(asked);
    const pages: { [P in PageName]: () => Promise<Page[P]> } = {
      snapshot: () => this.snapshots.page(asked.scope, { ...asked, limit, by: asked.by }, named),
      months: () =>
        this.months.page(asked.scope, { ...asked, limit, from: asked.from, rebase: asked.rebase }, named),
      attendance: () => this.talks.attendance(asked.scope, period),
      oversight: () => this.talks.oversight(asked.scope, period, named),
      gaps: () => this.gaps.page(asked.scope, period, named),
      rows: () => {
        const wanted = asked.rows ?? { measure: 'snapshot-families' };
        return this.rows.page(asked.scope, period, wanted, { personId: asked.personId, willBeNamed: named });
      },
    };
    const limit = limitOf(asked.limit) ?? 'policy';
    const period = { from: asked.from ?? asked.asAt, asAt: asked.asAt, limit, by: asked.by };
    return pages[name]();
  }
}

/** Where no family is told of, none need be named. */
const nobody: ReadonlySet<string> = new Set();

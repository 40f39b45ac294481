import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '../../server/audit/audit.module.js';
import { Looks } from '../../server/audit/looks.service.js';
import { Months } from '../../server/audit/months/months.service.js';
import { RowPages } from '../../server/audit/rows/row-pages.service.js';
import { GapPages } from '../../server/audit/standing/gap-pages.service.js';
import { Snapshot } from '../../server/audit/standing/snapshot.service.js';
import { TalkPages } from '../../server/audit/talks/talk-pages.service.js';
import { type Config, readConfig } from '../../server/config.js';
import { Clock } from '../../server/core/clock.js';
import { CoreModule } from '../../server/core/core.module.js';
import { Reader } from '../../server/core/reader.js';
import { LiveModule } from '../../server/live/live.module.js';
import { PeopleModule } from '../../server/people/people.module.js';
import type { Cut } from '../../shared/audit/figure.js';
import type { Limit } from '../../shared/audit/limits.js';
import type { MeasureCode } from '../../shared/audit/measures/titles.js';
import { Refused } from '../../shared/refusals.js';
import { plusDays } from '../../shared/schedule/working-days.js';

export interface ReportAsked {
  what: MeasureCode | 'snapshot' | 'months' | 'oversight';
  asAt: string | undefined;
  from: string | undefined;
  limit: Limit;
  team: string | undefined;
  by: Cut | undefined;
  why: string;
  /** Whether the families behind the figures are listed: by their references, or by name. */
  families: 'counted' | 'refs' | 'names';
}
/** What a page of the audit tells. Families are counted, unless they are asked for by whoever has this machine, and so the record. */
export type Report = Readonly<Record<string, unknown>>;

/** What a report needs of the server, and no more: nothing listens. */
@Module({})
class ReportCommand {
  static with(config: Config): DynamicModule {
    const imports = [CoreModule.with(config, new Clock()), PeopleModule, LiveModule, AuditModule];
    return { module: ReportCommand, imports };
  }
}

/** The figures from the database that the environment names. That they were looked at is written down. */
export async function reportFrom(asked: ReportAsked, config: Config = readConfig()): Promise<Report> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(ReportCommand.with(config), options);
  try {
    const teams = await app.get(Reader).query<{ id: string; name: string }>('SELECT id, name FROM team');
    const team = asked.team === undefined ? null : teams.find((t) => t.name === asked.team);
    if (team === undefined) throw new Refused('not-found', `There is no team ${asked.team}.`);
    const scope = { teamId: team?.id ?? null, teamIds: team ? [team.id] : teams.map((t) => t.id) };
    await app
      .get(Looks)
      .keep(null, `report ${asked.what}`, { teamIds: scope.teamIds, asked, why: asked.why });
    const { limit, by } = asked;
    const asAt = asked.asAt ?? app.get(Clock).today();
    const listed = asked.families !== 'counted';
    const refs = new Map(
      listed
        ? (await app.get(Reader).query<{ id: string; ref: string }>('SELECT id, ref FROM family')).map(
            (f) => [f.id, f.ref] as const,
          )
        : [],
    );
    const named: ReadonlySet<string> = new Set(refs.keys());
    /** A list as it is told: its length, or its rows. */
    const told = (list: readonly object[]) =>
      listed ? list.map((row) => calledBy(row, refs, asked.families === 'names')) : list.length;
    const period = { from: asked.from ?? plusDays(asAt, -90), asAt, limit, by };
    switch (asked.what) {
      case 'snapshot':
      case 'snapshot-families':
      case 'snapshot-children':
      case 'overdue': {
        const { lists, longest, ...page } = await app.get(Snapshot).page(scope, { asAt, limit, by }, named);
        const each = Object.entries(lists).map(([name, list]) => [name, told(list)]);
        return { ...page, lists: Object.fromEntries(each), longestDays: longest?.days ?? null };
      }
      case 'months':
      case 'monthly-coverage': {
        const question = { asAt, limit, from: asked.from?.slice(0, 7), rebase: undefined };
        const page = await app.get(Months).page(scope, question, named);
        const months = page.months.map((m) => ({
          ...m,
          missing: told(m.missing),
          changed: told(m.changed),
        }));
        if (asked.what === 'months' || !by) return { ...page, months };
        const rows = { measure: 'monthly-coverage', most: 0 } as const;
        const cut = await app.get(RowPages).page(scope, period, rows, { personId: '', willBeNamed: named });
        return { ...page, months, by: { cut: by, month: cut.month, families: cut.groups } };
      }
      case 'interval-compliance':
      case 'longest-gap': {
        const { longest, ...page } = await app.get(GapPages).page(scope, period, named);
        return {
          ...page,
          longestDays: longest[0]?.days ?? null,
          ...(listed ? { longest: told(longest) } : {}),
        };
      }
      case 'attendance':
      case 'contribution':
        return { ...(await app.get(TalkPages).attendance(scope, period)) };
      default: {
        const page = await app.get(TalkPages).oversight(scope, period, named);
        const { figures, unsigned, notReached, carried, silent, challengesOpen, ...question } = page;
        return {
          ...question,
          ...(asked.what === 'oversight'
            ? { figures }
            : { figure: figures.find((f) => f.measure === asked.what) }),
          unsignedAfter5: told(unsigned.after5),
          unsignedAfter10: told(unsigned.after10),
          sessionsNotReached: notReached.length,
          carriedOften: told(carried),
          silentTwice: told(silent),
          challengesOpenTooLong: told(challengesOpen),
        };
      }
    }
  } finally {
    await app.close();
  }
}

/** A family’s row without its name, unless names were asked for, and without what only the product knows it by. */
function calledBy(row: object, refs: ReadonlyMap<string, string>, names: boolean): object {
  const { familyId, name, ...rest } = row as { familyId: string | null; name: string };
  return { ref: refs.get(familyId ?? '') ?? '', ...(names ? { name } : {}), ...rest };
}

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** An event as a program by somebody else understands it: instants in UTC, `2026-03-29T08:30`. */
export interface Understood {
  uid: string;
  from: string;
  to: string;
  summary: string;
  cancelled: boolean;
}

/** Runs a program to its end and gives what it printed. Throws with what it complained of. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}, input = ''): string {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    input,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
  });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${done.stderr || done.error?.message}`);
  return done.stdout;
}

/** A Python that has both libraries: the system's own, where Debian puts them. */
export function findPython(): string | null {
  const works = (python: string) => spawnSync(python, ['-c', 'import icalendar, aiosmtpd']).status === 0;
  return ['/usr/bin/python3', 'python3'].find(works) ?? null;
}

/** What is not installed, by the names under which Debian has it. */
export function missingPrograms(): string[] {
  const there = (command: string) => spawnSync(command, ['--version']).status === 0;
  return [
    ...['khal', 'calcurse'].filter((command) => !there(command)),
    ...(findPython() ? [] : ['python3-icalendar', 'python3-aiosmtpd']),
  ];
}

const reader = `
import datetime, icalendar, json, sys
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
zone = [c for c in calendar.walk('VTIMEZONE')][0].to_tz()
def utc(value):
    return zone.localize(value.dt.replace(tzinfo=None)).astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M')
print(json.dumps([{
    'uid': str(e['UID']), 'from': utc(e['DTSTART']), 'to': utc(e['DTEND']), 'summary': str(e['SUMMARY']),
    'cancelled': str(e.get('STATUS')) == 'CANCELLED' and str(calendar.get('METHOD')) == 'CANCEL',
    'errors': [str(x) for x in e.errors],
} for e in calendar.walk('VEVENT')]))
`;

/** python3-icalendar, which reckons by the zone defined in the file and no other. */
export function readByPython(python: string, text: string): Understood[] {
  const events = JSON.parse(run(python, ['-c', reader], {}, text)) as (Understood & { errors: string[] })[];
  const wrong = events.flatMap(({ errors }) => errors);
  if (wrong.length) throw new Error(`icalendar: ${wrong.join(', ')}`);
  return events.map(({ errors: _, ...event }) => event);
}

/** A khal with a calendar of its own; each file is imported into what it has. It shows UTC. */
export class Khal {
  private readonly config: string;

  constructor(private readonly dir: string) {
    const calendar = path.join(dir, 'khal');
    fs.mkdirSync(calendar, { recursive: true });
    this.config = path.join(dir, 'khal.conf');
    const formats = ['date', 'longdate'].map((name) => `${name}format = %Y-%m-%d`);
    const whole = ['datetime', 'longdatetime'].map((name) => `${name}format = %Y-%m-%dT%H:%M`);
    const lines = ['[calendars]', '[[one]]', `path = ${calendar}`, 'type = calendar', '[locale]'];
    lines.push('timeformat = %H:%M', ...formats, ...whole, 'local_timezone = UTC', 'default_timezone = UTC');
    lines.push('[sqlite]', `path = ${path.join(dir, 'khal.db')}`);
    fs.writeFileSync(this.config, `${lines.join('\n')}\n`);
  }

  imports(text: string): void {
    const file = path.join(this.dir, 'khal-import.ics');
    fs.writeFileSync(file, text);
    run('khal', ['-c', this.config, 'import', '--batch', '-a', 'one', file]);
  }

  has(from: string, days: number): Understood[] {
    const format = '>{uid}|{start-long}|{end-long}|{title}|{cancelled}';
    const out = run('khal', ['-c', this.config, 'list', '--format', format, from, `${days}d`]);
    return out
      .split('\n')
      .filter((line) => line.startsWith('>'))
      .map((line) => {
        const [uid = '', start = '', end = '', summary = '', cancelled = ''] = line.slice(1).split('|');
        return { uid, from: start, to: end, summary, cancelled: cancelled.includes('CANCELLED') };
      });
  }
}

/** calcurse, told that it is in London or at UTC. It keeps neither UID nor whether something is off. */
export function readByCalcurse(
  dir: string,
  zone: string,
  text: string,
): Omit<Understood, 'uid' | 'cancelled'>[] {
  const own = fs.mkdtempSync(path.join(dir, 'calcurse-'));
  const file = path.join(own, 'import.ics');
  fs.writeFileSync(file, text);
  run('calcurse', ['-D', own, '-q', '-i', file], { TZ: zone });
  return fs
    .readFileSync(path.join(own, 'apts'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const found = /^(\S+) @ (\S+) -> (\S+) @ (\d\d:\d\d)[^|]*\|(.*)$/.exec(line);
      if (!found) return [];
      const [, startDay = '', start, endDay = '', end, summary = ''] = found;
      const iso = (day: string) => day.replace(/(\d+)\/(\d+)\/(\d+)/, '$3-$1-$2');
      return [{ from: `${iso(startDay)}T${start}`, to: `${iso(endDay)}T${end}`, summary }];
    });
}

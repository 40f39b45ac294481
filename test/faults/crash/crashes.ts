import os from 'node:os';
import path from 'node:path';
import { median, percentile } from '../../../bench/lib/figures.js';
import { atMost, type Report } from '../../../bench/lib/report.js';
import { chanceFrom } from '../../support/chance.js';
import { type ChildServer, startChild } from './child-server.js';
import { Examination, wrongs } from './examination.js';
import { Journal } from './journal.js';
import { type Aim, Killer } from './killer.js';
import { type Scene, type Sitting, setScene } from './scene.js';
import { Writer } from './writer.js';

export interface CrashPlan {
  runs: number;
  seed: number;
  postgres: boolean;
  /** The product's built program. */
  main: string;
  tell(words: string): void;
}

// One session and its families serve so many kills, so that their logs stay as long as real ones.
const killsEach = 5;
const readers = 2;

/** Kills the server so many times in the middle of everything, and looks each time at what is left. */
export async function crashes(plan: CrashPlan): Promise<Report> {
  const scene = await setScene(Math.ceil(plan.runs / killsEach), plan.postgres);
  const course = await Course.begin(plan, scene);
  try {
    for (let run = 0; run < plan.runs; run++) await course.run(run);
    return await course.end();
  } finally {
    await course.leave();
    if (course.isGood) await scene.clear();
    else plan.tell(`Kept for looking at: ${scene.folder}`);
  }
}

class Course {
  private readonly chance: () => number;
  private readonly killer: Killer;
  private readonly writers: Writer[];
  private readonly readyMs: number[] = [];
  private readonly readyCpuMs: number[] = [];
  private readonly kills: Partial<Record<Aim, number>> = {};
  private server: ChildServer | null = null;
  private doubt = { unanswered: 0, recorded: 0 };
  private sitting: Sitting | undefined;
  isGood = false;

  private constructor(
    private readonly plan: CrashPlan,
    private readonly scene: Scene,
    private readonly journal: Journal,
    private readonly examination: Examination,
  ) {
    const { env, config, people } = scene;
    this.chance = chanceFrom(plan.seed);
    this.killer = new Killer(this.chance, config.databaseUrl ? null : config.dataDir);
    const url = `http://127.0.0.1:${env['PORT']}`;
    this.writers = people.map(
      (who) => new Writer(who, url, env['ORIGINS'] ?? '', journal, this.chance, this.killer),
    );
  }

  static async begin(plan: CrashPlan, scene: Scene): Promise<Course> {
    const journal = new Journal(path.join(scene.folder, 'journal'));
    return new Course(plan, scene, journal, await Examination.open(scene.config, journal));
  }

  async run(run: number): Promise<void> {
    const { journal, killer, writers } = this;
    await this.starts(run);
    await this.everybodyComes(run);
    await this.looks(run % 20 === 0);
    if (run % killsEach === 0) await this.sitsDown(run);
    const aim = killer.aimOf(run);
    for (const writer of writers) writer.begins();
    await killer.moment(aim);
    await this.server?.kill();
    this.counts(aim === 'starting' ? 'random' : aim);
    // What the dead server had sent may still be in the sockets: it was said, so it counts.
    await Promise.all(writers.map((writer) => writer.stops()));
    journal.notes(`killed in cycle ${run}, aimed at ${aim}`);
    if (run % 20 === 19) this.plan.tell(`${run + 1} kills; found ${this.examination.found.length}`);
  }

  async end(): Promise<Report> {
    const { journal, examination, doubt, kills, plan } = this;
    await this.starts(plan.runs);
    await this.everybodyComes(plan.runs);
    for (const sitting of this.scene.sittings) await examination.look(sitting, this.writers.slice(0, 1));
    await examination.wholeFile();
    const entries = await examination.everyLog();
    const sent = [...journal.sent.values()];
    const ready = this.readyMs.sort((a, b) => a - b);
    const found = examination.found;
    this.isGood = found.length === 0;
    return {
      name: `faults crash on ${plan.postgres ? 'PostgreSQL' : 'SQLite'}`,
      figures: {
        runs: plan.runs,
        seed: plan.seed,
        people: this.writers.length,
        machine: { cores: os.cpus().length, loadAverage: os.loadavg() },
        kills,
        changes: {
          sent: sent.length,
          acknowledged: sent.filter((one) => one.places.size).length,
          refused: sent.filter((one) => one.codes.size).length,
          unansweredAtKill: doubt.unanswered,
          ofTheseRecordedAlready: doubt.recorded,
          entriesInAllLogs: entries,
        },
        // From starting the program to its answer over HTTP that it can write.
        restartToReadyMs: {
          p50: percentile(ready, 0.5),
          p95: percentile(ready, 0.95),
          most: ready.at(-1) ?? null,
          processorTimeP50: median(this.readyCpuMs),
        },
        found: found.slice(0, 50).map(({ wrong, says }) => `${wrong}: ${says}`),
      },
      goals: [
        ...wrongs.map((wrong) => atMost(wrong, found.filter((one) => one.wrong === wrong).length, 0)),
        atMost('restart to ready, p95 in ms', percentile(ready, 0.95), 5000),
      ],
    };
  }

  async leave(): Promise<void> {
    for (const writer of this.writers) writer.leaves();
    await this.server?.kill();
    await this.examination.raw.close();
    this.journal.close();
  }

  private async starts(run: number): Promise<void> {
    const { main } = this.plan;
    const { env } = this.scene;
    if (run > 0 && this.killer.aimOf(run) === 'starting') {
      const usual = percentile(
        [...this.readyMs].sort((a, b) => a - b),
        0.5,
      );
      await startChild(main, env, this.chance() * usual);
      this.counts('starting');
    }
    this.server = await startChild(main, env);
    // The first start follows no kill.
    if (run === 0 || !this.server) return;
    this.readyMs.push(this.server.readyMs);
    this.readyCpuMs.push(this.server.readyCpuMs);
  }

  private async everybodyComes(run: number): Promise<void> {
    if (!this.sitting) return;
    const ids = [...this.journal.sent.values()]
      .filter((sent) => !sent.places.size && !sent.codes.size)
      .map((sent) => sent.id);
    this.doubt.unanswered += ids.length;
    this.doubt.recorded += await this.examination.recorded(ids);
    await Promise.all(this.writers.map((writer) => writer.comes(run)));
  }

  private async looks(thoroughly: boolean): Promise<void> {
    if (!this.sitting) return;
    const first = Math.floor(this.chance() * this.writers.length);
    const some = Array.from(
      { length: readers },
      (_, i) => this.writers[(first + i) % this.writers.length] as Writer,
    );
    await this.examination.look(this.sitting, some);
    if (thoroughly || !this.scene.config.databaseUrl) await this.examination.wholeFile();
  }

  private async sitsDown(run: number): Promise<void> {
    this.sitting = this.scene.sittings[run / killsEach] as Sitting;
    for (const writer of this.writers) {
      writer.leaves();
      writer.sitsIn(this.sitting);
    }
    await Promise.all(this.writers.map((writer) => writer.comes(run)));
    await this.writers[0]?.opens();
  }

  private counts(aim: Aim): void {
    this.kills[aim] = (this.kills[aim] ?? 0) + 1;
  }
}

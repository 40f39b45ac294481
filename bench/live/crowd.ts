import { pause } from '../lib/calm.js';
import type { Connect, Participant } from './drivers/driver.js';
import type { LoadPlan, LoadResult } from './plan.js';
import { sumUp } from './waits.js';

interface UnderWay {
  at: number;
  from: number;
  /** People who have not seen it yet. */
  left: number;
  measured: boolean;
  whenAllSaw: (() => void) | undefined;
}

const PROSE =
  'Things are steadier than last month: school attendance is up, the tenancy is safe and the plan for contact is kept. ';
const AT_ONCE = 10;

/** All the people of a bench: they sit down, write as planned, and tell when what each wrote was seen by the others. */
export class Crowd {
  private readonly rooms: Participant[][] = [];
  private readonly underWay = new Map<string, UnderWay>();
  private readonly sights: number[] = [];
  private readonly acknowledgements: number[] = [];
  private readonly text: string;
  private measuring = false;
  private stopped = false;
  private sent = 0;
  private seen = 0;
  private refused = 0;
  private refusal: string | undefined;
  private loadPercent = 0;

  constructor(
    private readonly plan: LoadPlan,
    private readonly newId: () => string,
  ) {
    this.text = PROSE.repeat(Math.ceil(plan.letters / PROSE.length)).slice(0, plan.letters);
  }

  /** Everybody sits down, the first of each room before the rest of it. */
  async sitDown(connect: Connect): Promise<void> {
    const { rooms, people, port } = this.plan;
    for (let room = 0; room < rooms; room++) {
      const seats: Participant[] = [];
      this.rooms.push(seats);
      const sit = async (place: number): Promise<void> => {
        seats[place] = await connect({ port, room, place, sees: (id) => this.saw(id, place) });
      };
      await sit(0);
      for (let from = 1; from < people; from += AT_ONCE)
        await Promise.all(Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, i) => sit(from + i)));
    }
  }

  /** Starts writing as planned; everybody goes on until `measure` ends. */
  start(): void {
    for (const room of this.rooms) {
      if (this.plan.mode === 'saturate') this.saturate(room);
      if (this.plan.mode === 'steady') this.writeSteadily(room);
    }
  }

  /** Measures for the planned time; then everybody falls silent. */
  async measure(): Promise<void> {
    this.measuring = true;
    const cpu = process.cpuUsage();
    await pause(this.plan.seconds * 1000);
    this.measuring = false;
    this.stopped = true;
    const used = process.cpuUsage(cpu);
    this.loadPercent = (used.user + used.system) / (this.plan.seconds * 10_000);
  }

  /** Waits a little for what is still under way, and sums up. */
  async sumUp(): Promise<LoadResult> {
    const end = performance.now() + this.plan.graceSeconds * 1000;
    while (this.underWay.size && performance.now() < end) await pause(20);
    return {
      sent: this.sent,
      acknowledged: this.acknowledgements.length,
      seen: this.seen,
      lost: this.underWay.size,
      refused: this.refused,
      ...(this.refusal === undefined ? {} : { refusal: this.refusal }),
      sight: sumUp(this.sights),
      acknowledgement: sumUp(this.acknowledgements),
      loadPercent: this.loadPercent,
    };
  }

  private saw(id: string, place: number): void {
    const change = this.underWay.get(id);
    if (!change || change.from === place) return;
    if (change.measured) this.sights.push(performance.now() - change.at);
    if (this.measuring) this.seen++;
    if (--change.left > 0) return;
    this.underWay.delete(id);
    change.whenAllSaw?.();
  }

  private write(room: Participant[], from: number, whenAllSaw?: () => void): void {
    const id = this.newId();
    const at = performance.now();
    const measured = this.measuring;
    this.underWay.set(id, { at, from, left: this.plan.people - 1, measured, whenAllSaw });
    if (measured) this.sent++;
    room[from]?.send(id, this.text).then(
      () => {
        if (measured) this.acknowledgements.push(performance.now() - at);
      },
      (error: Error) => {
        this.refused++;
        this.refusal ??= error.message;
        this.underWay.delete(id);
      },
    );
  }

  private saturate(room: Participant[]): void {
    let turn = 0;
    const again = (): void => {
      if (this.stopped) return;
      setImmediate(() => this.write(room, turn++ % this.plan.people, again));
    };
    for (let i = 0; i < this.plan.window; i++) again();
  }

  // People do not write in step: each gap is between half and one and a half of the mean.
  private writeSteadily(room: Participant[]): void {
    const gap = 1000 / this.plan.rate;
    let next = performance.now() + Math.random() * gap;
    let turn = Math.floor(Math.random() * this.plan.people);
    const tick = (): void => {
      if (this.stopped) return;
      const now = performance.now();
      for (; next <= now; next += gap * (0.5 + Math.random())) this.write(room, turn++ % this.plan.people);
      setTimeout(tick, Math.max(1, next - performance.now()));
    };
    tick();
  }
}

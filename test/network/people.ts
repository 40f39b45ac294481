import { randomUUID } from 'node:crypto';
import type { DiscussionLogId, LogId, SessionLogId } from '../../client/live/logs.js';
import type { World } from '../../client/live/world.js';
import { stepCodes } from '../../shared/agenda.js';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { Device, type Drawer, emptyDrawer } from './device.js';
import { RoughLine, type Weather } from './rough-line.js';

/** Where a crowd meets: one session, and the families in it. */
export interface Place {
  session: SessionLogId;
  slotIds: readonly string[];
  families: readonly { logId: DiscussionLogId; familyId: string; childIds: readonly string[] }[];
}

export interface Who {
  personId: string;
  discipline: DisciplineCode;
  cookie: string;
  chairs: boolean;
}

const pause = (ms: number) => new Promise<void>((later) => setTimeout(later, ms));
const words = ['calm', 'school', 'mum', 'Sunday', 'phone', 'seen', 'safe', 'late', 'bears', 'six'];

/** Somebody on a bad network who writes, takes out, scores, challenges, walks out of reach, and whose device may die. */
export class Somebody {
  device: Device;
  readonly lines: RoughLine[] = [];
  private names = 0;

  constructor(
    readonly who: Who,
    private readonly place: Place,
    private readonly urls: readonly string[],
    private readonly origin: string,
    private readonly world: World,
    private readonly chance: () => number,
  ) {
    this.device = this.opens(emptyDrawer());
  }

  async acts(times: number): Promise<void> {
    if (this.who.chairs) await this.beginsSession();
    for (let i = 0; i < times; i++) {
      await pause(this.chance() * 30);
      await this.act();
    }
    this.device.flush();
  }

  set weather(weather: Weather) {
    const line = this.lines.at(-1) as RoughLine;
    line.weather = weather;
    line.comesBack();
  }

  private get logIds(): LogId[] {
    return [this.place.session, ...this.place.families.map((family) => family.logId)];
  }

  private opens(drawer: Drawer): Device {
    const headers = { cookie: this.who.cookie, origin: this.origin };
    const line = new RoughLine(this.urls, headers, this.chance);
    this.lines.push(line);
    return new Device(line, drawer, this.world, this.logIds);
  }

  private async beginsSession(): Promise<void> {
    while (!this.device.knows(this.place.session)) await pause(5);
    this.device.change(this.place.session, 'session.open', {});
  }

  private async act(): Promise<void> {
    const { who, place, device, chance } = this;
    const dice = chance();
    const { logId, childIds } = this.any(place.families);
    if (dice < 0.03) return this.isOutOfReach();
    if (dice < 0.05) return this.deviceDies();
    if (!device.knows(logId) || !device.knows(place.session)) return;
    const does = (kind: string, payload: unknown) => device.change(logId, kind, payload);
    const state = device.log(logId).view.state as DiscussionState;
    const { personId, discipline } = who;
    if (dice < 0.55) return this.writes(logId, childIds);
    if (who.chairs && dice < 0.7) return this.chairs(logId, state);
    if (dice < 0.63 && !who.chairs)
      return does('review.set', { discipline, direction: this.any(['same', 'worse', 'mixed']) });
    if (dice < 0.72)
      return does('scale.score', { score: Math.floor(chance() * 11), reason: this.name('why') });
    if (dice < 0.8)
      return does('step.set', { stepId: randomUUID(), text: this.name('Ring school'), ownerId: personId });
    if (dice < 0.84 && state.steps.length > 0) {
      const { stepId } = this.any(state.steps);
      return does(chance() < 0.5 ? 'step.remove' : 'step.accept', { stepId });
    }
    if (dice < 0.88)
      return does('challenge.raise', {
        challengeId: randomUUID(),
        about: 'pace',
        quote: '',
        text: this.name('Too fast?'),
      });
    if (dice < 0.93 && state.challenges.length > 0) {
      const { challengeId } = this.any(state.challenges);
      return does('challenge.answer', { challengeId, text: this.name('No.') });
    }
    if (dice < 0.97 && !who.chairs)
      return does('note.protect', {
        noteId: randomUUID(),
        discipline,
        text: this.name('For few'),
        audience: chance() < 0.5 ? ['social-work'] : [],
      });
    return does('attendance.set', { discipline, personId, way: this.any(['in-room', 'remote']) });
  }

  /** What only the chair does; some of it refuses what others had under way. */
  private chairs(logId: DiscussionLogId, state: DiscussionState): void {
    const { device, chance, place } = this;
    const dice = chance();
    const answered = state.challenges.filter((one) => one.answers.length > 0 && !one.outcome);
    if (dice < 0.5)
      device.change(place.session, 'session.goTo', {
        slotId: this.any(place.slotIds),
        step: this.any(stepCodes),
      });
    else if (dice < 0.65) device.change(logId, 'scale.reveal', {});
    else if (dice < 0.8 && state.steps.length > 0)
      device.change(logId, 'step.remove', { stepId: this.any(state.steps).stepId });
    else if (answered.length > 0)
      device.change(logId, 'challenge.settle', {
        challengeId: this.any(answered).challengeId,
        outcome: 'accepted',
      });
  }

  private writes(logId: DiscussionLogId, childIds: readonly string[]): void {
    const { chance, who } = this;
    const own = who.chairs ? 'rationale' : `review/${who.discipline}`;
    const field = this.device.field(
      logId,
      this.any([own, 'wrong-about', 'wrong-about', `meaning/${childIds[0]}`]),
    );
    const length = field.text.length;
    const at = Math.floor(chance() * (length + 1));
    const remove = chance() < 0.25 ? Math.min(length - at, Math.floor(chance() * 8)) : 0;
    field.write({ at, remove, insert: `${this.name(this.any(words))} ` });
  }

  private isOutOfReach(): Promise<void> {
    const line = this.lines.at(-1) as RoughLine;
    line.goesAway();
    setTimeout(() => line.comesBack(), 50 + this.chance() * 250);
    return Promise.resolve();
  }

  private async deviceDies(): Promise<void> {
    const drawer = this.device.dies();
    await pause(this.chance() * 50);
    this.device = this.opens(drawer);
  }

  private any<T>(from: readonly T[]): T {
    return from[Math.floor(this.chance() * from.length)] as T;
  }

  private name(word: string): string {
    this.names += 1;
    return `${word}${this.names}`;
  }
}

import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { stepCodes } from '../../../shared/agenda.js';
import type { Change } from '../../../shared/live/change.js';
import { encode } from '../../../shared/live/prose.js';
import {
  type ClientMessages,
  type Joined,
  type No,
  PROTOCOL,
  type ServerMessages,
} from '../../../shared/live/wire.js';
import type { Journal } from './journal.js';
import type { Sitting, Somebody } from './scene.js';

type Chance = () => number;
interface Message {
  logId: string;
  changes: Change[];
}

/** What the killer listens for. */
export interface Moments {
  sent(kinds: readonly string[]): void;
  answered(): void;
}

const pick = <T>(from: readonly T[], chance: Chance): T => from[Math.floor(chance() * from.length)] as T;

/**
 * Somebody who types and does other things without a pause for thought, one message at a time, and who sends again
 * under the same ids what was not answered. What they may not do they try too, now and then.
 */
export class Writer {
  private socket: Socket<ServerMessages, ClientMessages> | undefined;
  private unanswered: Message[] = [];
  private docs = new Map<string, Y.Doc>();
  private sitting: Sitting | undefined;
  private goesOn = false;
  private working: Promise<void> = Promise.resolve();
  private cycle = 0;

  constructor(
    private readonly who: Somebody,
    private readonly url: string,
    private readonly origin: string,
    private readonly journal: Journal,
    private readonly chance: Chance,
    private readonly moments: Moments,
  ) {}

  sitsIn(sitting: Sitting): void {
    this.sitting = sitting;
    this.docs = new Map();
  }

  /** Connects, joins everything, and sends again what is in doubt. */
  async comes(cycle: number): Promise<void> {
    this.cycle = cycle;
    const { sitting } = this;
    if (!sitting) throw new Error('Nobody said where to sit');
    const socket: Socket<ServerMessages, ClientMessages> = io(this.url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: this.who.cookie, origin: this.origin },
    });
    this.socket = socket;
    await new Promise<void>((done, fail) => {
      socket.once('connect', done);
      socket.once('connect_error', fail);
    });
    for (const logId of [sitting.logId, ...sitting.families.map((family) => family.logId)]) {
      const answer = await this.joins(logId);
      if (!answer.ok) throw new Error(`${this.who.discipline} may not join ${logId}: ${answer.refusal.code}`);
    }
    for (const message of [...this.unanswered]) await this.asks(message);
  }

  joins(logId: string, since = 0): Promise<Joined | No> {
    if (!this.socket) throw new Error('not connected');
    return this.socket.timeout(20_000).emitWithAck('join', { protocol: PROTOCOL, logId, since });
  }

  /** Goes on until the line breaks or `stops`. */
  begins(): void {
    this.goesOn = true;
    this.working = this.work();
  }

  async stops(): Promise<void> {
    this.goesOn = false;
    await this.working;
  }

  /** The chair opens the session. */
  async opens(): Promise<void> {
    const logId = this.sitting?.logId ?? '';
    await this.asks({ logId, changes: [change('session.open', {})] });
  }

  leaves(): void {
    this.socket?.disconnect();
  }

  private async work(): Promise<void> {
    while (this.goesOn && this.socket?.connected) {
      const message = this.next();
      this.unanswered.push(message);
      try {
        await this.asks(message);
      } catch {
        return; // the line broke: whether it was recorded is not known
      }
      await new Promise((later) => setTimeout(later, this.chance() * 30));
    }
  }

  private async asks(message: Message): Promise<void> {
    const { socket } = this;
    if (!socket?.connected) throw new Error('not connected');
    this.journal.sends(this.who.personId, message.logId, message.changes, this.cycle);
    const asked = socket.timeout(20_000).emitWithAck('changes', message);
    this.moments.sent(message.changes.map(({ kind }) => kind));
    const answer = await asked;
    if (!answer.ok) throw new Error(`The whole message was refused: ${answer.refusal.code}`);
    for (const verdict of answer.verdicts)
      this.journal.hears(
        verdict.id,
        'entry' in verdict ? { seq: verdict.entry.seq } : { code: verdict.refusal.code },
      );
    this.unanswered = this.unanswered.filter((one) => one !== message);
    this.moments.answered();
  }

  private next(): Message {
    const { sitting, chance, who } = this;
    if (!sitting) throw new Error('Nobody said where to sit');
    const { logId } = pick(sitting.families, chance);
    if (who.chairs && chance() < 0.5) {
      const payload = { slotId: pick(sitting.slotIds, chance), step: pick(stepCodes, chance) };
      return { logId: sitting.logId, changes: [change('session.goTo', payload)] };
    }
    const changes = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => this.does(logId));
    return { logId, changes };
  }

  private does(logId: string): Change {
    const { who, chance } = this;
    const { personId, discipline, chairs } = who;
    const id = randomUUID();
    const dice = chance();
    if (dice < 0.55) return this.writes(id, logId, chairs ? 'rationale' : `review/${discipline}`);
    if (dice < 0.7) return this.writes(id, logId, 'wrong-about');
    if (dice < 0.76) return change('scale.score', { score: Math.floor(chance() * 11), reason: id }, id);
    if (dice < 0.82)
      return change('step.set', { stepId: randomUUID(), text: `Ring school ${id}`, ownerId: personId }, id);
    if (dice < 0.86)
      return change('challenge.raise', { challengeId: randomUUID(), about: 'pace', quote: '', text: id }, id);
    if (dice < 0.9) return change('attendance.set', { discipline, personId, way: 'remote' }, id);
    if (dice < 0.96 && !chairs)
      return change('review.set', { discipline, direction: pick(['same', 'worse', 'mixed'], chance) }, id);
    // Nobody but the chair reveals, and nobody writes for another discipline: these are to be refused.
    return chairs
      ? change('dissent.keep', { text: id }, id)
      : this.writes(id, logId, discipline === 'education' ? 'review/psychology' : 'review/education');
  }

  /** Types the id of the change as a word, so that what is read later says which changes are in it. */
  private writes(id: string, logId: string, field: string): Change {
    const key = `${logId} ${field}`;
    const doc = this.docs.get(key) ?? new Y.Doc();
    this.docs.set(key, doc);
    const before = Y.encodeStateVector(doc);
    doc.getText('prose').insert(doc.getText('prose').length, `${id} `);
    return change('prose.edit', { field, update: encode(Y.encodeStateAsUpdate(doc, before)) }, id);
  }
}

function change(kind: string, payload: unknown, id: string = randomUUID()): Change {
  return { id, kind, payload };
}

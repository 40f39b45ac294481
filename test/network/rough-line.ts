import { io, type Socket } from 'socket.io-client';
import type { Hears, Line } from '../../client/live/line.js';
import type { ClientMessages, Message, ServerMessages } from '../../shared/live/wire.js';

type Wire = Socket<ServerMessages, ClientMessages>;

/** How often each thing goes wrong, 0 to 1, for each message it can happen to. */
export interface Weather {
  /** A question never leaves; or its answer never comes. Either way the line is given up, as after a long silence. */
  lostQuestion: number;
  lostAnswer: number;
  /** A message with changes reaches the server once more, or twice. */
  twice: number;
  /** News of others: never comes, comes again, comes so late that later news is first. */
  lostNews: number;
  newsAgain: number;
  late: number;
  /** The line goes by itself, after each message. */
  cut: number;
}

export const calm: Weather = {
  lostQuestion: 0,
  lostAnswer: 0,
  twice: 0,
  lostNews: 0,
  newsAgain: 0,
  late: 0,
  cut: 0,
};
export const rough: Weather = {
  lostQuestion: 0.04,
  lostAnswer: 0.08,
  twice: 0.2,
  lostNews: 0.06,
  newsAgain: 0.1,
  late: 0.25,
  cut: 0.01,
};

// Late by at most so much: long enough for a score of others' messages to overtake it.
const lateMs = 40;
const backWithinMs = 40;

/** A line over real sockets to any of several servers, on which chance decides what becomes of each message. */
export class RoughLine implements Line {
  weather: Weather = rough;
  /** What went wrong, by name, for the report. */
  readonly went: Record<string, number> = {};
  #hears: Hears | undefined;
  #socket: Wire | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Kept away on purpose: the line does not come back by itself. */
  #away = false;

  constructor(
    private readonly urls: readonly string[],
    private readonly headers: Readonly<Record<string, string>>,
    private readonly chance: () => number,
  ) {}

  start(hears: Hears): void {
    this.#hears = hears;
    this.#connect();
  }

  stop(): void {
    this.#hears = undefined;
    this.#drop();
    clearTimeout(this.#timer);
  }

  retryNow(): void {
    if (!this.#socket) this.#connect();
  }

  goesAway(): void {
    this.#away = true;
    this.#cut();
  }

  comesBack(): void {
    this.#away = false;
    this.retryNow();
  }

  join = (message: Message<'join'>) => this.#ask('join', message);
  since = (message: Message<'since'>) => this.#ask('since', message);
  changes = (message: Message<'changes'>) => this.#ask('changes', message);

  leave(message: Message<'leave'>): Promise<{ ok: true }> {
    const socket = this.#socket;
    return socket?.connected
      ? socket.emitWithAck('leave', message)
      : Promise.reject(new Error('not connected'));
  }

  presence(message: Message<'presence'>): void {
    this.#socket?.volatile.emit('presence', message);
  }

  #connect(): void {
    clearTimeout(this.#timer);
    if (this.#away || !this.#hears || this.#socket) return;
    const url = this.urls[Math.floor(this.chance() * this.urls.length)] as string;
    const options = { transports: ['websocket'], reconnection: false, forceNew: true };
    const socket: Wire = io(url, { ...options, extraHeaders: this.headers });
    this.#socket = socket;
    const mine = (work: () => void) => () => this.#socket === socket && work();
    socket.on(
      'connect',
      mine(() => this.#hears?.up()),
    );
    socket.on(
      'connect_error',
      mine(() => this.#cut()),
    );
    socket.on(
      'disconnect',
      mine(() => this.#cut()),
    );
    socket.on('entries', (news) => this.#heard(socket, () => this.#hears?.entries(news)));
    socket.on('you', (you) => mine(() => this.#hears?.you(you))());
    socket.on('gone', (gone) => mine(() => this.#hears?.gone(gone))());
    socket.on('here', (here) => mine(() => this.#hears?.here(here))());
    socket.on('presence', (here) => mine(() => this.#hears?.presence(here))());
  }

  /** News of others, which a bad network may lose, repeat or turn round. */
  #heard(socket: Wire, tell: () => void): void {
    if (this.#does('lostNews')) return;
    const times = this.#does('newsAgain') ? 2 : 1;
    for (let i = 0; i < times; i++) this.#soon(socket, tell);
    if (this.#does('cut')) this.#cut();
  }

  #soon(socket: Wire, work: () => void): void {
    const tell = () => this.#socket === socket && work();
    if (this.#does('late')) setTimeout(tell, this.chance() * lateMs);
    else tell();
  }

  async #ask<N extends 'join' | 'since' | 'changes'>(
    name: N,
    message: Message<N>,
  ): Promise<Parameters<Parameters<ClientMessages[N]>[1]>[0]> {
    const socket = this.#socket;
    if (!socket?.connected) throw new Error('not connected');
    // Whoever cannot even join tries nothing worth trying: that goes wrong less often.
    const unlucky = name === 'changes' || this.chance() < 0.3;
    if (unlucky && this.#does('lostQuestion')) return this.#givesUp();
    const sends = () => socket.emitWithAck(name as 'leave', message as never) as Promise<never>;
    const asked = sends();
    asked.catch(() => undefined);
    if (name === 'changes' && this.#does('twice'))
      for (let more = 1 + Math.floor(this.chance() * 2); more > 0; more--) sends().catch(() => undefined);
    // Given up before or after the server has heard it: nobody here can tell.
    if (unlucky && this.#does('lostAnswer')) {
      if (this.chance() < 0.5) await asked.catch(() => undefined);
      return this.#givesUp();
    }
    const answer = await asked;
    if (this.#does('late')) await new Promise((later) => setTimeout(later, this.chance() * lateMs));
    if (this.#socket !== socket) throw new Error('the connection was lost');
    return answer;
  }

  #givesUp(): never {
    this.#cut();
    throw new Error('no answer came');
  }

  #cut(): void {
    if (!this.#socket) return;
    this.#drop();
    this.#hears?.down(null);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), this.chance() * backWithinMs);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.disconnect();
  }

  #does(what: keyof Weather): boolean {
    const yes = this.chance() < this.weather[what];
    if (yes) this.went[what] = (this.went[what] ?? 0) + 1;
    return yes;
  }
}

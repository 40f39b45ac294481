import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type RefusalCode, Refused } from '../../../shared/refusals.js';
import type { Config } from '../../config.js';
import { Checked } from '../../core/http/answers.js';
import { tellLog } from '../../core/log.js';
import { CONFIG } from '../../core/tokens.js';
import { type Page, type PageAsked, type PageName, Pages } from '../pages.service.js';
import { TakingIn } from '../talks/taking-in.service.js';
import type { Counted } from './messages.js';

interface Waiting {
  done(text: string): void;
  fail(error: Error): void;
}

/** That the process which counted is gone, with what it was asked. */
class Gone extends Error {}

/** As much as its figures may take: a question too large ends that process, and not a meeting. */
const heapMib = 1024;
/** Longer than any page takes. */
const longestMs = 120_000;
/** A page makes many rows that are gone as soon as they are counted: with room for them they are never copied. */
const youngMib = 32;

/**
 * Figures are counted in a process of their own, which the machine gives what meetings leave over: somebody who reads
 * ten years of a council must not make a word that is typed in a room arrive later. It begins with the first question
 * and ends with the server; should it die, the next question begins another.
 */
@Injectable()
export class Counting implements OnModuleDestroy {
  private process: Promise<ChildProcess> | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor(
    private readonly pages: Pages,
    private readonly takingIn: TakingIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of<N extends PageName>(name: N, asked: PageAsked): Promise<Page[N]> {
    if (!this.config.countsApart) return this.pages.of(name, asked);
    return JSON.parse(await this.text(name, asked)) as Page[N];
  }

  /** The page as it goes out: from a process of its own it comes as text, and stays so. */
  async answer(name: PageName, asked: PageAsked): Promise<Page[PageName] | Checked> {
    if (!this.config.countsApart) return this.pages.of(name, asked);
    return new Checked(await this.text(name, asked));
  }

  private async text(name: PageName, asked: PageAsked): Promise<string> {
    // What is new is written by this process, and then read by that one.
    await this.takingIn.upToNow();
    return this.ask(name, asked).catch((error: unknown) => {
      if (error instanceof Gone) return this.ask(name, asked);
      throw error;
    });
  }

  /** Before the database is closed, which waits for nobody who still reads it. */
  async onModuleDestroy(): Promise<void> {
    const child = await this.process?.catch(() => null);
    if (!child) return;
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  }

  private async ask(page: PageName, asked: PageAsked): Promise<string> {
    this.process ??= this.begin();
    const child = await this.process;
    const nth = ++this.asked;
    // One that has lost its way takes everybody's questions with it, and the next begins anew.
    const tooLong = setTimeout(() => child.kill('SIGKILL'), longestMs).unref();
    const answer = new Promise<string>((done, fail) => {
      this.waiting.set(nth, { done, fail });
      child.send({ nth, page, asked }, (error) => error && fail(new Gone(error.message)));
    });
    return answer.finally(() => clearTimeout(tooLong));
  }

  private begin(): Promise<ChildProcess> {
    const child = fork(fileURLToPath(new URL('./main.js', import.meta.url)), [], {
      serialization: 'advanced',
      execArgv: [
        '--enable-source-maps',
        `--max-old-space-size=${heapMib}`,
        `--max-semi-space-size=${youngMib}`,
      ],
    });
    return new Promise((done, fail) => {
      child.once('spawn', () => giveWay(child));
      child.on('message', (told: Counted) => {
        if ('ready' in told) done(child);
        else this.take(told);
      });
      child.on('error', (error) => {
        this.process = null;
        fail(error);
      });
      child.once('exit', (code, signal) => {
        if (code !== 0)
          tellLog('warn', 'the process that counts has ended', { code: code ?? '', signal: signal ?? '' });
        const gone = new Gone('The process that counts has ended');
        this.process = null;
        fail(gone);
        for (const { fail: failed } of this.waiting.values()) failed(gone);
        this.waiting.clear();
      });
      child.send({ config: this.config });
    });
  }

  private take(told: Exclude<Counted, { ready: true }>): void {
    const one = this.waiting.get(told.nth);
    this.waiting.delete(told.nth);
    if ('text' in told) one?.done(told.text);
    else if ('refused' in told) one?.fail(new Refused(told.refused.code as RefusalCode, told.refused.says));
    else one?.fail(new Error('It could not be counted'));
  }
}

/** Meetings come first. Where a machine lets nobody say so, it counts all the same. */
function giveWay({ pid }: ChildProcess): void {
  try {
    os.setPriority(pid!, os.constants.priority.PRIORITY_LOW);
  } catch {
    tellLog('info', 'the process that counts has the same priority as the server', {});
  }
}

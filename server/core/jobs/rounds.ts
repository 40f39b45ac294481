import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LifeCycle } from '../life-cycle.js';
import { logError } from '../log.js';

const everyMs = 60_000;
// Not at the very start: whoever waits for the server to listen comes first.
const firstMs = 15_000;

/**
 * What each server looks after once a minute. A round that is still going when the next is due is not joined by
 * another, and a server that leaves finishes the one it is in.
 */
@Injectable()
export class Rounds implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly works: { name: string; work: () => Promise<void> }[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private going: Promise<void> | undefined;

  constructor(private readonly lifeCycle: LifeCycle) {}

  /** Work of every round, in the order in which it was named. */
  eachRound(name: string, work: () => Promise<void>): void {
    this.works.push({ name, work });
  }

  onApplicationBootstrap(): void {
    const go = (): void => void this.go();
    this.timers.push(setTimeout(go, firstMs).unref(), setInterval(go, everyMs).unref());
    this.lifeCycle.whenLeaving(() => this.stop());
  }

  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** One round; the one that is going, if there is one. */
  go(): Promise<void> {
    this.going ??= this.round().finally(() => {
      this.going = undefined;
    });
    return this.going;
  }

  private async round(): Promise<void> {
    for (const { name, work } of this.works) {
      if (this.lifeCycle.leaving) return;
      await work().catch((error: unknown) => void logError(`round ${name}`, error));
    }
  }

  private async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.going;
  }
}

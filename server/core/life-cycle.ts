import { Injectable } from '@nestjs/common';

/** Whether this process is on its way out. */
@Injectable()
export class LifeCycle {
  private left = false;
  private readonly steps: (() => Promise<void>)[] = [];

  get leaving(): boolean {
    return this.left;
  }

  /** What must be done, in this order, before the process may stop: say goodbye, finish what was begun. */
  whenLeaving(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  async leave(): Promise<void> {
    if (this.left) return;
    this.left = true;
    for (const step of this.steps) await step();
  }
}

import { randomUUID } from 'node:crypto';
import { agenda } from '../../shared/agenda.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { DemoCouncil, Placed } from './council.js';
import type { Shift } from './dates.js';
import type { WrittenDiscussion, WrittenFamily, WrittenPreparation, WrittenStep } from './written.js';

/** A family with where it was placed, and what became of last time's steps when they were next asked about. */
export interface Told {
  family: WrittenFamily;
  placed: Placed;
  /** The steps of the discussion told last. */
  last: readonly WrittenStep[];
}

const chair = 'adaeze';
const pen = 'sandra';

/** Tells the written history through the record itself: prepared, held, signed, one day after another. */
export class Teller {
  constructor(
    private readonly council: DemoCouncil,
    private readonly shift: Shift,
  ) {}

  /** Reviews, the children's month and protected notes, as they were written before the session. */
  async prepares({ placed }: Told, discussionId: string, written: WrittenPreparation): Promise<void> {
    const { council, shift } = this;
    const log = `discussion/${discussionId}`;
    const child = (name: string) => placed.childIds.get(name)!;
    for (const one of written.children) {
      await council.does(one.seenBy, log, 'child.now', {
        childId: child(one.child),
        lastSeenOn: shift.past(one.lastSeenOn),
        seenAlone: one.seenAlone,
        seenBy: council.id(one.seenBy),
        method: one.method,
        gatheredOn: shift.past(one.gatheredOn),
      });
      await council.writes(one.seenBy, log, `voice/${child(one.child)}`, one.voice);
      await council.writes(one.seenBy, log, `life/${child(one.child)}`, one.life);
    }
    for (const { by, discipline, direction, evidence, stages, text } of written.reviews) {
      await council.writes(by, log, `review/${discipline}`, shift.words(text));
      const named = (stages ?? []).map(({ adult, ...rest }) => ({
        adultId: placed.adultIds.get(adult)!,
        ...rest,
      }));
      await council.does(by, log, 'review.set', {
        discipline,
        direction,
        evidence,
        stages: named,
        ready: true,
      });
    }
    for (const { by, ...note } of written.notes ?? [])
      await council.does(by, log, 'note.protect', { noteId: randomUUID(), ...note });
  }

  /** One family's part of a session: held, and signed. */
  async holds(
    told: Told,
    session: { logId: string; slotId: string },
    discussionId: string,
    held: WrittenDiscussion,
  ): Promise<void> {
    const { council } = this;
    const log = `discussion/${discussionId}`;
    const goTo = (step: string) =>
      council.does(chair, session.logId, 'session.goTo', { slotId: session.slotId, step });
    const [checkIn, ...rest] = agenda.map((s) => s.code);
    await goTo(checkIn!);
    await this.attend(told, log, held);
    for (const step of rest) {
      council.doors.clock.passes(90);
      await goTo(step);
      if (step === 'last-time') await this.looksBack(told, log);
      if (step === 'meaning')
        for (const [name, text] of Object.entries(held.meaning))
          await council.writes(pen, log, `meaning/${told.placed.childIds.get(name)}`, text);
      if (step === 'scale') await this.scales(log, held);
      if (step === 'challenge') await this.challenges(log, held);
      if (step === 'decision') await this.decides(log, held);
      if (step === 'next-steps') await this.agrees(log, held);
    }
    await council.writes(pen, log, 'say-to-family', held.sayToFamily);
    await council.writes(pen, log, 'summary', held.summary);
    await council.does(chair, log, 'minutes.sign', { readSeq: await this.seqOf(discussionId) });
    told.last = held.steps;
    council.doors.clock.passes(60);
  }

  private async attend({ family }: Told, log: string, held: WrittenDiscussion): Promise<void> {
    const { council } = this;
    const as = (key: string) =>
      family.allocations.find((a) => a.person === key)?.discipline ??
      (key === pen ? 'business-support' : 'management');
    const ways = [
      ...held.inRoom.map((key) => ({ key, way: 'in-room' })),
      ...held.remote.map((key) => ({ key, way: 'remote' })),
      ...(held.inWriting ?? []).map((key) => ({ key, way: 'in-writing' })),
    ];
    for (const { key, way } of ways)
      await council.does(pen, log, 'attendance.set', { discipline: as(key), personId: council.id(key), way });
    const vacant = (await this.stateOf(log)).expected.filter((e) => e.personId === null);
    for (const { discipline } of vacant)
      await council.does(pen, log, 'attendance.set', { discipline, personId: null, way: 'vacant' });
  }

  /** What became of last time's steps, found by their words. */
  async looksBack(told: Told, log: string, only?: WrittenStep['became']): Promise<void> {
    const { lastSteps } = await this.stateOf(log);
    for (const step of lastSteps) {
      const written = told.last.find((s) => s.text === step.text);
      if (!written || (only && written.became !== only)) continue;
      const note = written.note ? { note: written.note } : {};
      const done = written.became === 'done' ? { doneOn: this.shift.past(written.dueOn) } : {};
      await this.council.does(only ? written.owner : pen, log, 'step.last', {
        stepId: step.stepId,
        status: written.became,
        ...note,
        ...done,
      });
    }
  }

  private async scales(log: string, held: WrittenDiscussion): Promise<void> {
    for (const { by, score, reason } of held.scores)
      await this.council.does(by, log, 'scale.score', { score, reason });
    await this.council.does(chair, log, 'scale.reveal', {});
    await this.council.does(chair, log, 'scale.group', { score: held.group });
  }

  private async challenges(log: string, held: WrittenDiscussion): Promise<void> {
    for (const { by, about, text, answerBy, answer, outcome, reason } of held.challenges) {
      const challengeId = randomUUID();
      await this.council.does(by, log, 'challenge.raise', { challengeId, about, quote: '', text });
      await this.council.does(answerBy, log, 'challenge.answer', { challengeId, text: answer });
      await this.council.does(chair, log, 'challenge.settle', {
        challengeId,
        outcome,
        ...(reason ? { reason } : {}),
      });
    }
    await this.council.writes(pen, log, 'wrong-about', held.wrongAbout);
  }

  private async decides(log: string, { decision, dissents }: WrittenDiscussion): Promise<void> {
    const { council, shift } = this;
    await council.does(pen, log, 'decision.set', { type: decision.type });
    await council.writes(pen, log, 'decision', shift.words(decision.text));
    await council.writes(pen, log, 'rationale', shift.words(decision.rationale));
    await council.writes(pen, log, 'contingency', shift.words(decision.contingency));
    for (const { by, text } of dissents ?? []) await council.does(by, log, 'dissent.keep', { text });
  }

  private async agrees(log: string, held: WrittenDiscussion): Promise<void> {
    const { council, shift } = this;
    for (const step of held.steps) {
      const carried = step.goesOn && (await this.stateOf(log)).steps.find((s) => s.text === step.text);
      const stepId = carried ? carried.stepId : randomUUID();
      await council.does(pen, log, 'step.set', {
        stepId,
        ...(carried ? {} : { text: step.text }),
        ownerId: council.id(step.owner),
        dueOn: shift.any(step.dueOn),
        evidence: step.evidence,
        ...(step.different ? { different: step.different } : {}),
      });
      await council.does(step.owner, log, 'step.accept', { stepId });
    }
  }

  private async stateOf(log: string): Promise<DiscussionState> {
    const found = await this.council.doors.record.stateOf<DiscussionState>(log);
    if (!found) throw new Error(`There is no log ${log}`);
    return found.state;
  }

  private async seqOf(discussionId: string): Promise<number> {
    return (await this.council.doors.record.stateOf(`discussion/${discussionId}`))!.seq;
  }
}

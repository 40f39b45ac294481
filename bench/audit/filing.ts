import { createHash } from 'node:crypto';
import type { DiscussionFacts } from '../../shared/audit/facts.js';
import { agreementsOf, talkOf } from '../../shared/audit/talk.js';
import { disciplineOf } from '../../shared/disciplines.js';
import type {
  AttendanceLine,
  LastStepLine,
  Minutes,
  ReviewSection,
  StepLine,
} from '../../shared/minutes/minutes.js';
import { dateOf } from './days.js';
import type { Household } from './history.js';
import type { Loader } from './loader.js';
import { type Extent } from './stays.js';
import type { Talk } from './talks.js';
import type { Team } from './town.js';

/** A next step between the discussion that made it and the one that ends it. */
interface Step {
  stepId: string;
  ownerId: string | null;
  madeIn: string;
  dueOn: number;
  doneOn: number | null;
  dropped: boolean;
  carried: number;
}

/** What stood before and what stands after one discussion of several. */
interface Course {
  lastHeldOn: string | null;
  nextOn: string | null;
  ended: readonly Step[];
  steps: readonly Step[];
}

const prose = 'School attendance is up on last month.';
const unsaid = { about: [], stages: [], nothingNew: false, notes: [], concerns: null };

/** Files the discussions of one stay as signing files them, and as the audit takes them in. */
export class Filing {
  private readonly sessions = new Map<string, { id: string; slots: number }>();

  constructor(
    private readonly loader: Loader,
    private readonly extent: Extent,
    private readonly teams: readonly Team[],
  ) {}

  file(household: Household, talks: readonly Talk[]): void {
    let open: Step[] = [];
    const signed = talks.filter((t) => t.signedOn !== null);
    for (const [i, talk] of signed.entries()) {
      const ended = open.filter((s) => (s.doneOn !== null && s.doneOn <= talk.heldOn) || s.dropped);
      const carried = open.filter((s) => !ended.includes(s)).map((s) => this.carry(s, talk));
      const made = this.newSteps(household, talk);
      open = [...carried, ...made];
      const [before, next] = [signed[i - 1], signed[i + 1]];
      const lastHeldOn = before ? dateOf(before.heldOn) : null;
      this.signed(household, talk, {
        lastHeldOn,
        nextOn: next ? dateOf(next.heldOn) : null,
        ended,
        steps: open,
      });
      for (const step of ended) this.stepRow(household, step, step.dropped ? 'no-longer-needed' : 'done');
      if (!next)
        for (const step of open) this.stepRow(household, step, step.doneOn === null ? 'open' : 'done');
    }
  }

  /** Where a discussion stood on the lists. Answers the session in which it was held. */
  slots(talk: Talk): string {
    let held = '';
    for (const { team, on, outcome } of talk.slots) {
      const session = this.session(team, on);
      session.slots += 1;
      held = session.id;
      this.loader.add('slot', {
        ...{ id: talk.chance.id(), session_id: session.id, discussion_id: talk.discussionId },
        ...{ position: session.slots, minutes: 25, pattern: 1, outcome },
        ...{ reason: outcome === 'held' || outcome === 'inquorate' ? null : 'overran' },
        outcome_at: `${dateOf(on)}T11:00:00.000Z`,
        // The list went out two weeks before.
        listed_at: `${dateOf(on - 14)}T09:00:00.000Z`,
      });
    }
    return held;
  }

  private session(team: number, on: number): { id: string; slots: number } {
    const key = `${team} ${on}`;
    const known = this.sessions.get(key);
    if (known) return known;
    const made = {
      id: createHash('md5')
        .update(key)
        .digest('hex')
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.*)$/, '$1-$2-4$3-8$4-$5'),
      slots: 0,
    };
    const { id: teamId, managerId } = this.teams[team]!;
    this.loader.add('session', {
      ...{ id: made.id, team_id: teamId, held_on: dateOf(on), starts: '09:30', ends: '12:30', room: 'Hub' },
      ...{ join_link: '', chair_id: managerId, status: 'closed', title: '' },
    });
    this.sessions.set(key, made);
    return made;
  }

  private newSteps({ workers }: Household, { chance, heldOn, discussionId }: Talk): Step[] {
    return Array.from({ length: 1 + chance.below(2) }, (): Step => {
      const dueOn = heldOn + 14 + chance.below(20);
      const dropped = chance.percent(5);
      const doneOn = chance.percent(75) ? dueOn - 8 + chance.below(16) : null;
      return {
        stepId: chance.id(),
        ownerId: chance.oneOf(workers).personId,
        madeIn: discussionId,
        dueOn,
        doneOn: dropped || (doneOn !== null && doneOn >= this.extent.today) ? null : doneOn,
        dropped,
        carried: 0,
      };
    });
  }

  private carry(step: Step, { chance, heldOn }: Talk): Step {
    const dueOn = heldOn + 14 + chance.below(20);
    const doneOn = chance.percent(60) ? dueOn - 5 + chance.below(10) : null;
    const done = doneOn !== null && doneOn < this.extent.today ? doneOn : null;
    return { ...step, dueOn, doneOn: done, carried: step.carried + 1 };
  }

  private stepRow({ stay }: Household, step: Step, status: 'open' | 'done' | 'no-longer-needed'): void {
    this.loader.add('next_step', {
      ...{
        id: step.stepId,
        family_id: stay.familyId,
        discussion_id: step.madeIn,
        text: prose,
        owner_id: step.ownerId,
      },
      ...{ with_whom: '', due_on: dateOf(step.dueOn), evidence: '', protected: 0, audience: '[]' },
      ...{ status, carried: step.carried, done_on: status === 'done' ? dateOf(step.doneOn!) : null },
    });
  }

  private signed({ stay, children, workers }: Household, talk: Talk, more: Course): void {
    const { discussionId, heldOn, counts, chance } = talk;
    const { loader } = this;
    const sessionId = this.slots(talk);
    const team = this.teams[talk.team]!;
    const day = dateOf(heldOn);
    const signedAt = `${dateOf(talk.signedOn!)}T16:00:00.000Z`;
    const familyId = stay.familyId;
    const minutes = this.minutes({ stay, children, workers, plan: 'CIN' }, talk, team, more);
    const record = JSON.stringify(minutes);
    const id = chance.id();
    loader.add('discussion', {
      ...{ id: discussionId, family_id: familyId, session_id: sessionId, status: 'signed', held_on: day },
      ...{ opened_at: signedAt, signed_at: signedAt, counts: counts ? 1 : 0 },
    });
    loader.add('minutes', {
      ...{ id, discussion_id: discussionId, family_id: familyId, kind: minutes.kind, held_on: day },
      ...{ text: prose, record, hash: discussionId, signed_by: team.managerId, signed_at: signedAt },
    });
    loader.add('supervision', {
      ...{ id, family_id: familyId, discussion_id: discussionId, held_on: day, kind: minutes.kind },
      ...{ counts: counts ? 1 : 0, quorate: counts ? 1 : 0, chair_id: team.managerId, chair_name: '' },
      ...{
        children: JSON.stringify(talk.childIds),
        signed_at: signedAt,
        source: 'signed',
        made_at: signedAt,
      },
    });
    for (const { challengeId, outcome } of minutes.challenges) {
      const settled = heldOn + chance.below(16);
      const isSettled = outcome && settled < this.extent.today;
      loader.add('challenge', {
        ...{ id: challengeId, family_id: familyId, discussion_id: discussionId, about: 'plan', text: prose },
        raised_in: discussionId,
        ...{ outcome: isSettled ? outcome.outcome : null, raised_at: `${day}T10:00:00.000Z` },
        settled_at: isSettled ? `${dateOf(settled)}T15:00:00.000Z` : null,
      });
    }
    const allocations = workers.map((w) => ({
      ...w,
      fromOn: dateOf(stay.began),
      toOn: stay.until === null ? null : dateOf(stay.until),
    }));
    const place = { teamId: team.id, sessionId, chairId: team.managerId, signedOn: signedAt.slice(0, 10) };
    this.takeIn(minutes, talkOf(minutes, { ...place, allocations }), more);
  }

  /** The audit's own rows, as server/audit/talks/keep-talk writes them; the bench checks a sample of them against it. */
  private takeIn(minutes: Minutes, talk: DiscussionFacts, { steps, nextOn }: Course): void {
    const { discussionId, familyId, teamId, sessionId, chairId, heldOn } = talk;
    const { loader } = this;
    loader.add('audit_talk', {
      ...{ discussion_id: discussionId, family_id: familyId, team_id: teamId, session_id: sessionId },
      ...{
        chair_id: chairId,
        held_on: heldOn,
        counts: talk.counts ? 1 : 0,
        signed_on: talk.signedOn,
        seq: null,
      },
      ...{ child_ids: JSON.stringify(talk.childIds), voices: JSON.stringify(talk.voices) },
      ...{
        challenged: talk.challenged ? 1 : 0,
        considered: talk.considered ? 1 : 0,
        decision: talk.decision,
      },
      ...{ reviews: JSON.stringify(talk.reviews), quorum_override: null },
    });
    for (const { discipline, way, ready, personIds } of talk.disciplines)
      loader.add('audit_line', {
        ...{ discussion_id: discussionId, discipline, team_id: teamId, held_on: heldOn, way },
        ...{ ready: ready ? 1 : 0, person_ids: JSON.stringify(personIds) },
      });
    const dropped = new Set(nextOn ? steps.filter((s) => s.dropped).map((s) => s.stepId) : []);
    for (const { stepId, owner, dueOn, carried } of agreementsOf(minutes).made)
      loader.add('audit_agreement', {
        ...{
          id: `${discussionId}/${stepId}`,
          step_id: stepId,
          discussion_id: discussionId,
          family_id: familyId,
        },
        ...{ team_id: teamId, owner_id: owner?.personId ?? null, due_on: dueOn, carried },
        ...{ dropped_because: dropped.has(stepId) ? 'Not needed' : null },
        dropped_on: dropped.has(stepId) ? nextOn : null,
      });
  }

  private minutes(
    { children, workers, stay }: Household,
    { chance, counts, heldOn, childIds, discussionId }: Talk,
    team: Team,
    { lastHeldOn, ended, steps }: Course,
  ): Minutes {
    const named = (personId: string) => ({ personId, name: 'Somebody' });
    const day = dateOf(heldOn);
    const attendance = workers.map(({ discipline, personId }): AttendanceLine => {
      const dice = chance.below(100);
      const way =
        personId === null
          ? 'vacant'
          : dice < 60
            ? 'in-room'
            : dice < 80
              ? 'remote'
              : dice < 88
                ? 'in-writing'
                : 'absent';
      const person = personId === null ? null : named(personId);
      const label = disciplineOf(discipline).label;
      return { discipline, label, person, way, inPlaceOf: null, joinedAt: null, leftAt: null };
    });
    const reviews = workers.map(({ discipline, personId }): ReviewSection => {
      const better = chance.percent(30);
      return {
        ...{ discipline, label: disciplineOf(discipline).label, people: personId ? [named(personId)] : [] },
        ...unsaid,
        direction: better ? 'better' : 'same',
        evidence: better && chance.percent(60) ? ['seen'] : ['self-report'],
        text: chance.percent(80) ? prose : '',
      };
    });
    const challenged = chance.percent(15);
    const chair = named(team.managerId);
    return {
      version: 1,
      kind: counts ? 'supervision' : 'case-discussion',
      ...{ discussionId, familyId: stay.familyId, familyName: 'A family', heldOn: day, lastHeldOn },
      ...{
        beganAt: `${day}T10:00:00.000Z`,
        endedAt: `${day}T10:30:00.000Z`,
        chair,
        inPlaceOf: null,
        pens: [],
      },
      ...{ quorate: counts, quorumSays: '', override: null, because: [], attendance, reviews },
      lastSteps: ended.map((s) => lastStep(s)),
      children: children.map(({ childId, firstName }) => {
        const dice = chance.below(100);
        return {
          ...{
            childId,
            firstName,
            bornOn: null,
            expectedOn: null,
            age: '',
            plans: [],
            seenAlone: 'unknown',
            seenBy: null,
          },
          ...{
            discussed: childIds.includes(childId),
            lastSeenOn: day,
            notAskedBecause: '',
            life: prose,
            voice: prose,
          },
          ...{ meaning: '', method: dice < 80 ? 'words' : 'none' },
          gatheredOn: dice < 70 ? dateOf(heldOn - chance.below(45)) : null,
        } as const;
      }),
      scale: { revealed: true, group: 5, last: null, spread: 2, scores: [] },
      challenges: challenged
        ? [
            {
              ...{ challengeId: chance.id(), raisedBy: null, recordedBy: null, about: 'plan', quote: '' },
              ...{ text: prose, answers: [], carried: false, concerns: null },
              outcome: chance.percent(95)
                ? { outcome: 'accepted', reason: '', person: null, byOn: null, by: chair }
                : null,
            } as Minutes['challenges'][number],
          ]
        : [],
      wrongAbout: chance.percent(50) ? prose : '',
      decision: {
        ...{
          type: chance.percent(4) ? 'step-down' : 'continue',
          text: prose,
          rationale: '',
          contingency: '',
        },
        ...{ reviewOn: null, whoAgreed: [] },
      } as Minutes['decision'],
      ...{ dissents: [], noStepBecause: '', sayToFamily: prose, summary: prose, adults: [] },
      steps: steps.map((s) => stepLine(s)),
    };
  }
}

const plain = { text: prose, withWhom: '', protected: false, audience: [], by: null, concerns: null };
const ownerOf = ({ ownerId }: Step) => (ownerId ? { personId: ownerId, name: 'Somebody' } : null);

function lastStep(step: Step): LastStepLine {
  const { stepId, dropped, dueOn } = step;
  return {
    ...plain,
    ...{ stepId, owner: ownerOf(step), dueOn: dateOf(dueOn), note: dropped ? 'Not needed' : '' },
    ...{ status: dropped ? 'no-longer-needed' : 'done', doneOn: step.doneOn && dateOf(step.doneOn) },
  } as LastStepLine;
}

function stepLine(step: Step): StepLine {
  const { stepId, dueOn, carried } = step;
  return {
    ...plain,
    ...{ stepId, owner: ownerOf(step), dueOn: dateOf(dueOn), evidence: '', carried },
    ...{ different: '', openEndedBecause: '', accepted: null },
  };
}

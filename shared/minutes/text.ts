import { attendanceTitles } from '../discussion/attendance.js';
import { outcomeTitles } from '../discussion/challenge.js';
import { decisionTitles } from '../discussion/decision.js';
import { challengeAbouts, evidenceKinds, voiceMethods } from '../discussion/state.js';
import { lastTitles } from '../discussion/steps.js';
import { dateInWords } from '../schedule/in-words.js';
import type {
  ChallengeSection,
  ChildSection,
  LastStepLine,
  Minutes,
  Named,
  ReviewSection,
  StepLine,
} from './minutes.js';

/** Stands where a reader may not read. */
const withheld = 'Protected';

/**
 * The minutes as plain text: short, in sections, dated the day held (practice 6.3). Of the whole minutes this is what is
 * hashed and filed, so it depends on nothing but them: no clock, no language files, one line ending, NFC.
 */
export function minutesText(minutes: Minutes): string {
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    ['Who was part of it', attendance(minutes)],
    ['Last time', minutes.lastSteps.map(lastStep)],
    ...minutes.children.filter((c) => c.discussed).map((c) => [childTitle(c), childLines(c)] as const),
    ...minutes.reviews.map((r) => [reviewTitle(r), reviewLines(r)] as const),
    ['Scale', scale(minutes)],
    [
      'Challenge',
      [
        ...minutes.challenges.flatMap(challenge),
        ...titled('What could we be wrong about?', minutes.wrongAbout),
      ],
    ],
    ['Decision', decision(minutes)],
    [
      'Next steps',
      [...minutes.steps.flatMap(nextStep), ...titled('No next step, because', minutes.noStepBecause)],
    ],
    ['What we will say to the family', paragraphs(minutes.sayToFamily)],
    ['Summary for the family', paragraphs(minutes.summary)],
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title, ...lines].join('\n'));
  return `${[heading(minutes).join('\n'), ...body].join('\n\n')}\n`.normalize('NFC');
}

function heading(m: Minutes): string[] {
  const title =
    m.kind === 'supervision' ? 'Group supervision' : 'Case discussion (does not count as supervision)';
  return [
    `${title}: ${m.familyName}`,
    m.heldOn ? `Held on ${dateInWords(m.heldOn)}` : 'Not held',
    ...(m.lastHeldOn ? [`Last held on ${dateInWords(m.lastHeldOn)}`] : []),
    ...(m.chair ? [`Chair: ${m.chair.name}${m.inPlaceOf ? `, in place of ${m.inPlaceOf.name}` : ''}`] : []),
    ...(m.pens.length > 0 ? [`Written down by: ${[...new Set(m.pens.map((p) => p.name))].join(', ')}`] : []),
    m.quorate ? 'Quorate' : `Not quorate. ${m.quorumSays}`,
    ...(m.override ? [`Counted all the same by ${m.override.by.name}: ${oneLine(m.override.reason)}`] : []),
    ...m.because,
  ];
}

function attendance({ attendance }: Minutes): string[] {
  return attendance.map(({ label, person, way, inPlaceOf }) => {
    const who = person ? `${person.name}, ${label.toLowerCase()}` : label;
    return `- ${who}: ${attendanceTitles[way].toLowerCase()}${inPlaceOf ? ` for ${inPlaceOf.name}` : ''}`;
  });
}

function lastStep({ text, owner, withWhom, dueOn, status, note, doneOn }: LastStepLine): string {
  const by = dueOn ? `, by ${dateInWords(dueOn)}` : '';
  const when = doneOn ? ` on ${dateInWords(doneOn)}` : '';
  const more = note.trim() ? `. ${oneLine(note)}` : '';
  return `- ${oneLine(text ?? withheld)} (${ownerOf(owner, withWhom)}${by}): ${lastTitles[status].toLowerCase()}${when}${more}`;
}

function childTitle({ firstName, age }: ChildSection): string {
  return age ? `${firstName}, ${age}` : firstName;
}

const alone = { yes: ', alone', no: ', not alone', unknown: '' } as const;

function childLines(c: ChildSection): string[] {
  const voiceFrom = [c.method ? voiceMethods[c.method] : '', c.gatheredOn ? dateInWords(c.gatheredOn) : ''];
  const how = voiceFrom.filter((part) => part !== '').join(', ');
  const by = c.seenBy ? ` by ${c.seenBy.name}` : '';
  return [
    ...c.plans.map((p) => `Plan: ${p.type} since ${dateInWords(p.since)}`),
    ...(c.lastSeenOn ? [`Last seen: ${dateInWords(c.lastSeenOn)}${by}${alone[c.seenAlone]}`] : []),
    ...titled('What life is like', c.life),
    ...titled(how ? `In their own words (${how})` : 'In their own words', c.voice),
    ...titled('Not asked, because', c.notAskedBecause),
    ...titled('What this means', c.meaning),
  ];
}

function reviewTitle({ label, people, about }: ReviewSection): string {
  const who = people.map((p) => p.name).join(', ');
  return [label, who, about.join('; ')].filter((part) => part !== '').join(': ');
}

function reviewLines(r: ReviewSection): string[] {
  const evidence = r.evidence.map((e) => evidenceKinds[e].toLowerCase()).join(', ');
  const lines = [
    ...(r.direction
      ? [`Since last time: ${r.direction}${evidence ? ` (how we know: ${evidence})` : ''}`]
      : []),
    ...r.stages.map((s) => `${s.adult}, ${oneLine(s.issue)}: ${s.stage}`),
    ...(r.nothingNew ? ['Nothing new this month'] : []),
    ...paragraphs(r.text),
    ...r.notes.flatMap((n) => titled('Protected note', n.text ?? withheld)),
  ];
  return lines.length > 0 ? lines : ['Nothing was recorded'];
}

function scale({ scale }: Minutes): string[] {
  if (!scale.revealed) return [];
  return [
    ...scale.scores.map((s) => `- ${s.name}: ${s.score}${s.reason.trim() ? `. ${oneLine(s.reason)}` : ''}`),
    ...(scale.spread === null ? [] : [`Spread: ${scale.spread}`]),
    ...(scale.group === null ? [] : [`Group score: ${scale.group}`]),
    ...(scale.last === null ? [] : [`Group score last time: ${scale.last}`]),
  ];
}

function challenge(c: ChallengeSection): string[] {
  const from = c.carried ? ' (carried from last time)' : '';
  return [
    `- Raised by ${c.raisedBy?.name ?? 'nobody named'} about ${challengeAbouts[c.about].toLowerCase()}${from}: ${oneLine(c.text)}`,
    ...(c.quote.trim() ? [`  On: “${oneLine(c.quote)}”`] : []),
    ...c.answers.map((a) => `  Answer by ${a.by.name}: ${oneLine(a.text)}`),
    ...(c.outcome ? [`  Outcome: ${outcomeOf(c.outcome)}`] : []),
  ];
}

function outcomeOf({ outcome, reason, person, byOn }: NonNullable<ChallengeSection['outcome']>): string {
  const who = person ? `, ${person.name}${byOn ? ` by ${dateInWords(byOn)}` : ''}` : '';
  return `${outcomeTitles[outcome].toLowerCase()}${who}${reason ? `. ${oneLine(reason)}` : ''}`;
}

function decision({ decision, dissents }: Minutes): string[] {
  const { type, text, rationale, contingency, reviewOn, whoAgreed } = decision;
  return [
    ...(type ? [decisionTitles[type]] : []),
    ...paragraphs(text),
    ...titled('Why', rationale),
    ...titled('If this does not work', contingency),
    ...(reviewOn ? [`Looked at again on ${dateInWords(reviewOn)}`] : []),
    ...(whoAgreed.length > 0 ? [`Agreed by: ${whoAgreed.map((p) => p.name).join(', ')}`] : []),
    ...dissents.flatMap((d) => titled(`${d.name} disagreed`, d.text)),
  ];
}

function nextStep(s: StepLine): string[] {
  const by = s.dueOn ? `, by ${dateInWords(s.dueOn)}` : '';
  const yes = s.accepted ? ` ${s.accepted.by.name} said yes.` : '';
  const carried = s.carried > 0 ? ` Carried ×${s.carried}.` : '';
  return [
    `- ${oneLine(s.text ?? withheld)} (${ownerOf(s.owner, s.withWhom)}${by}).${carried}${yes}`,
    ...(s.evidence.trim() ? [`  How we will know: ${oneLine(s.evidence)}`] : []),
    ...(s.different.trim() ? [`  What will be different: ${oneLine(s.different)}`] : []),
    ...(s.openEndedBecause.trim() ? [`  No end, because: ${oneLine(s.openEndedBecause)}`] : []),
  ];
}

function ownerOf(owner: Named | null, withWhom: string): string {
  return `${owner?.name ?? 'nobody yet'}${withWhom.trim() ? `, with ${oneLine(withWhom)}` : ''}`;
}

function titled(title: string, text: string): string[] {
  const lines = paragraphs(text);
  if (lines.length === 0) return [];
  return lines.length === 1 ? [`${title}: ${lines[0]}`] : [`${title}:`, ...lines];
}

/** Its lines without blanks at their ends; blank lines go. */
function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

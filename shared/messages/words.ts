import { counted, dateInWords, weekdayInWords } from '../schedule/in-words.js';

// Every word that leaves the product by itself. A message carries a reference, a time and a link that needs signing in;
// the name of a team, but of no family, child or adult, nor anything written about them. What planners type freely (a
// session's title, its room) is left out too: nobody can promise what stands in it.
// Guarded by quiet.test: "not a byte that leaves names anybody of the family".

/** The words of one message. */
export interface Words {
  kind: string;
  subject: string;
  body: string;
}

/** When somebody is needed: a local date and times. */
export interface When {
  date: string;
  startsAt: string;
  endsAt: string;
}

/** The session that a message is about. */
export interface About {
  sessionId: string;
  teamName: string;
  /** Where links begin: the product's address. */
  at: string;
}

/** What people quote on the telephone. It leads nowhere without signing in. */
export function referenceOf(sessionId: string): string {
  return `S-${sessionId.slice(0, 8).toUpperCase()}`;
}

/** "9:30am", "10am". */
export function timeInWords(time: string): string {
  const hours = Number(time.slice(0, 2));
  const minutes = time.slice(3);
  return `${hours % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${hours < 12 ? 'am' : 'pm'}`;
}

function dayInWords(date: string): string {
  return `${weekdayInWords(date)} ${dateInWords(date)}`;
}

function whenInWords({ date, startsAt, endsAt }: When): string {
  return `${dayInWords(date)}, ${timeInWords(startsAt)} to ${timeInWords(endsAt)}`;
}

const told = {
  invited: ['Supervision', 'You are asked to come to supervision.'],
  changed: [
    'Supervision has changed',
    'The time or place at which you are asked to come to supervision has changed.',
  ],
  cancelled: ['Supervision is off for you', 'You are no longer asked to come to this supervision.'],
} as const;

/** That somebody is asked to a session, for their own block; that this changed; that they need not come. */
export function invitationWords(what: keyof typeof told, about: About, when: When, joinLink: string): Words {
  const [subject, sentence] = told[what];
  return {
    kind: `invitation.${what}`,
    subject: `${subject}: ${about.teamName}, ${whenInWords(when)}`,
    body: body(sentence, [
      whenInWords(when),
      ...(joinLink && what !== 'cancelled' ? [`Join from elsewhere: ${joinLink}`] : []),
      `Reference: ${referenceOf(about.sessionId)}`,
      sessionLink(about),
    ]),
  };
}

/** The words of a calendar entry. */
export function entryWords(
  about: About,
  joinLink: string,
): { summary: string; description: string; url: string } {
  return {
    summary: `Supervision: ${about.teamName}`,
    description: [
      `Reference: ${referenceOf(about.sessionId)}`,
      sessionLink(about),
      ...(joinLink ? [`Join from elsewhere: ${joinLink}`] : []),
    ].join('\n'),
    url: sessionLink(about),
  };
}

/** Which reviews somebody is asked to write, by when. */
export function askWords(
  about: About,
  heldOn: string,
  dueOn: string,
  discussionIds: readonly string[],
): Words {
  const many = counted(discussionIds.length, 'review');
  return {
    kind: 'reviews.ask',
    subject: `You have ${many} to write by ${dayInWords(dueOn)}`,
    body: body(
      `You have ${many} to write by ${dayInWords(dueOn)}, for the supervision on ${dayInWords(heldOn)}.`,
      [...discussionIds.map((id) => discussionLink(about, id)), `Reference: ${referenceOf(about.sessionId)}`],
    ),
  };
}

/** Which of them are still to come on the day they are due, or after it. */
export function remindWords(
  about: About,
  heldOn: string,
  dueOn: string,
  today: string,
  discussionIds: readonly string[],
): Words {
  const many = counted(discussionIds.length, 'review');
  const one = discussionIds.length === 1;
  const due = dueOn < today ? `${one ? 'was' : 'were'} due on` : `${one ? 'is' : 'are'} due today,`;
  return {
    kind: 'reviews.remind',
    subject: `${many} ${due} ${dayInWords(dueOn)}`,
    body: body(`${many} ${due} ${dayInWords(dueOn)}, for the supervision on ${dayInWords(heldOn)}.`, [
      ...discussionIds.map((id) => discussionLink(about, id)),
      `Reference: ${referenceOf(about.sessionId)}`,
    ]),
  };
}

/** How many reviews of a session are still to come: to those who can ask after them. */
export function chaseWords(about: About, heldOn: string, missing: number, of: number): Words {
  const sentence = `${missing} of ${counted(of, 'review')} for the supervision on ${dayInWords(heldOn)} ${missing === 1 ? 'is' : 'are'} still to come.`;
  return {
    kind: 'chase.list',
    subject: `${missing} of ${counted(of, 'review')} still to come: ${about.teamName}, ${dayInWords(heldOn)}`,
    body: body(sentence, [
      'Who owes what, after signing in:',
      `${about.at}/`,
      `Reference: ${referenceOf(about.sessionId)}`,
    ]),
  };
}

/** That an inspection pack waits for a second manager, until when. Neither whose records are in it nor what for. */
export function packWaitsWords(at: string, packId: string, until: string): Words {
  return {
    kind: 'pack.waits',
    subject: `An inspection pack waits for you to agree, until ${dayInWords(until)}`,
    body: body(
      `An inspection pack is ready, and is opened only when a second manager agrees. It waits for you until ${dayInWords(until)}.`,
      ['See it, after signing in:', `${at}/audit/packs`, `Reference: P-${packId.slice(0, 8).toUpperCase()}`],
    ),
  };
}

/** What stands open in one team, in figures alone. */
export interface DigestFigures {
  teamName: string;
  /** Of the families that are counted. */
  inTime: number;
  counted: number;
  pastLimit: number;
  /** After 10 working days. */
  unsigned: number;
  challengesOpen: number;
  carriedOften: number;
  silentTwice: number;
}

/** The week's figures of a manager's own teams, on the day they are reckoned; a team in which nothing is open is said to be well. */
export function digestWords(at: string, day: string, teams: readonly DigestFigures[]): Words {
  const open = teams.map(openIn);
  const attention = open.filter((lines) => lines.length > 0).length;
  const sentence = attention
    ? `What stands open in ${teams.length === 1 ? 'your team' : 'your teams'} on ${dayInWords(day)}:`
    : `All is well in ${teams.length === 1 ? 'your team' : 'your teams'} on ${dayInWords(day)}: nothing stands open.`;
  return {
    kind: 'digest',
    subject: attention
      ? `Supervision this week: ${sum(teams, 'pastLimit')} past the limit, ${counted(sum(teams, 'unsigned'), 'record')} unsigned`
      : 'Supervision this week: all is well',
    body: body(sentence, [
      ...teams.flatMap((team, i) => [
        `${team.teamName}: ${team.inTime} of ${team.counted} ${team.counted === 1 ? 'family' : 'families'} in time`,
        ...(open[i] ?? []).map((line) => `- ${line}`),
      ]),
      '',
      'Open the audit, after signing in:',
      `${at}/audit`,
      `Reference: D-${day}`,
    ]),
  };
}

function openIn(team: DigestFigures): string[] {
  const line = (many: number, one: string, more: string) =>
    many === 0 ? [] : [`${many} ${many === 1 ? one : more}`];
  return [
    ...line(team.pastLimit, 'family is past its limit', 'families are past their limit'),
    ...line(team.unsigned, 'record unsigned after 10 working days', 'records unsigned after 10 working days'),
    ...line(team.challengesOpen, 'challenge without an outcome', 'challenges without an outcome'),
    ...line(
      team.carriedOften,
      'next step carried three times or more',
      'next steps carried three times or more',
    ),
    ...line(team.silentTwice, 'discipline silent twice running', 'disciplines silent twice running'),
  ];
}

function sum(teams: readonly DigestFigures[], of: 'pastLimit' | 'unsigned'): number {
  return teams.reduce((total, team) => total + team[of], 0);
}

function sessionLink({ at, sessionId }: About): string {
  return `${at}/sessions/${sessionId}`;
}

function discussionLink({ at }: About, discussionId: string): string {
  return `${at}/discussions/${discussionId}`;
}

function body(sentence: string, lines: readonly string[]): string {
  const foot = 'Group supervision. All else is there after signing in. Answers to this message are not read.';
  return [sentence, '', ...lines, '', foot, ''].join('\n');
}

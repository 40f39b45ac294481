import type { ChallengeLine, StoryLine } from '../../../shared/families/family.js';
import { countOf, listed } from '../../ui/format.js';

/** How a line of the story is drawn and filtered: held, a slot that came to nothing, a child’s words, a plan, or news. */
export type StorySort = 'supervision' | 'missed' | 'voice' | 'plan' | 'between';

export function sortOf({ kind, voice }: StoryLine): StorySort {
  if (kind === 'supervision' || kind === 'case-discussion') return 'supervision';
  if (kind === 'not-reached' || kind === 'postponed' || kind === 'cancelled') return 'missed';
  if (kind === 'plan') return 'plan';
  return voice ? 'voice' : 'between';
}

/** One line as it is shown: several children whose plans began or ended alike on a day are told together. */
export interface ToldLine {
  key: string;
  sort: StorySort;
  on: string;
  title: string;
  words: string;
  minutesId: string | null;
}

/** What people and children are called, and what is known of each discussion’s challenges. */
export interface Telling {
  personName: (personId: string | null) => string;
  childName: (childId: string | null) => string;
  challenges: readonly ChallengeLine[];
}

/** The story in the words of the page, newest first as it came. */
export function tell(lines: readonly StoryLine[], telling: Telling): ToldLine[] {
  const told: ToldLine[] = [];
  const together = new Map<string, { line: ToldLine; children: string[]; about: string }>();
  lines.forEach((line, at) => {
    const sort = sortOf(line);
    const { on, minutesId } = line;
    const base = { key: `${on} ${line.kind} ${at}`, sort, on, minutesId };
    if (sort !== 'plan' || !line.childId) {
      told.push({ ...base, title: titleOf(line, telling), words: wordsOf(line, telling) });
      return;
    }
    // The server names the child first: "Ruby: pre-proceedings".
    const about = line.title.replace(/^[^:]*:\s*/, '');
    const same = together.get(`${on} ${about} ${line.words}`);
    if (same) {
      same.children.push(telling.childName(line.childId));
      same.line.title = `${listed(same.children)}: ${about}`;
      return;
    }
    const own = {
      ...base,
      title: `${telling.childName(line.childId)}: ${about}`,
      words: capital(line.words),
    };
    told.push(own);
    together.set(`${on} ${about} ${line.words}`, {
      line: own,
      children: [telling.childName(line.childId)],
      about,
    });
  });
  return told;
}

function titleOf(line: StoryLine, { personName, childName }: Telling): string {
  const title = line.title.charAt(0).toLowerCase() + line.title.slice(1);
  const sort = sortOf(line);
  if (sort === 'supervision' || sort === 'missed') return title;
  const child = line.childId ? childName(line.childId) : '';
  const person = line.byId ? personName(line.byId) : '';
  if (sort === 'voice') return [child || 'a child', person && `to ${person}`].filter(Boolean).join(' ');
  return [title, [child, person].filter(Boolean).join(', ')].filter(Boolean).join(', ');
}

function wordsOf(line: StoryLine, { personName, challenges }: Telling): string {
  const sort = sortOf(line);
  if (sort === 'missed') {
    return [line.words, line.byId ? `${personName(line.byId)} chaired.` : ''].filter(Boolean).join(' ');
  }
  if (sort !== 'supervision') return line.words;
  const raised = line.discussionId ? challenges.filter((c) => c.discussionId === line.discussionId) : [];
  if (raised.length === 0) return line.words;
  const above = raised.filter((c) => c.outcome === 'escalated' && c.personId);
  const withWhom = [...new Set(above.map((c) => personName(c.personId)))];
  const escalated = above.length > 0 ? `, ${above.length} with ${listed(withWhom)}` : '';
  return `${line.words} ${countOf(raised.length, 'challenge')}${escalated}.`.trim();
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

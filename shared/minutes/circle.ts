import type { DisciplineCode } from '../disciplines.js';
import type { AdultHere, ChildHere, DiscussionState, Expected } from '../discussion/state.js';
import type { Circle } from './minutes.js';

/**
 * Whose file a part of the record goes on. Half-siblings never receive each other's father (practice 5.8), so the parts
 * that come from somebody who works with one adult go only to the children of that adult.
 */

/** The words that name somebody: "Kim Osei-Brooks", "Kim", "Osei-Brooks", "Osei" and "Brooks"; not "the" or "of". */
export function namesOf(name: string): string[] {
  const plain = plainMarks(name).trim();
  const words = plain.split(/[\s,/()"“”]+/).map((word) => word.replace(/^'+|'+$/g, ''));
  const parts = words.flatMap((word) => [word, ...word.split('-'), word.replaceAll("'", '')]);
  const named = parts.filter((part) => /^\p{Lu}/u.test(part) && part.length > 1);
  return [...new Set([plain, ...named])].filter((part) => part !== '');
}

/** A phone types O’Brien, a keyboard O'Brien, and both are written with hyphens of several lengths. */
function plainMarks(text: string): string {
  return text.replace(/[‘’ʼ′＇`´]/g, "'").replace(/[‐‑‒–—−]/g, '-');
}

// First names that are also everyday words: these count as a name only with a capital.
const alsoWords = new Set(
  `art bill bob carol dale dawn dean drew earnest faith frank gene glen grace guy harmony heath holly hope ivy jack jay
  jean joy june lance mark may melody mercy nick norm olive pat patience penny pearl piers ray rich rob robin rod rose
  ruby rusty sandy sky star sue summer tony victor violet wade wayne will`.split(/\s+/),
);

/** Whether a text has one of these names in it, as a whole word. "Daniel’s sister" has Daniel in it; "ines" is Inês. */
export function mentions(text: string, names: readonly string[]): boolean {
  const plain = withoutAccents(text);
  const lower = plain.toLowerCase();
  return names.some((name) => {
    const wanted = withoutAccents(name);
    const isWord = alsoWords.has(wanted.toLowerCase());
    return isWord ? hasWord(plain, wanted) : hasWord(lower, wanted.toLowerCase());
  });
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  }
  return false;
}

function withoutAccents(text: string): string {
  return plainMarks(text.normalize('NFD').replace(/\p{M}/gu, ''));
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

/** The children a discipline's work concerns, from whom its workers are said to work with; null is all of them. */
export function circleOf(
  of: DisciplineCode,
  state: Pick<DiscussionState, 'expected' | 'adults' | 'children' | 'former'>,
): Circle {
  return union(works(state, (e) => e.discipline === of).map((e) => circleOfWork(e, state)));
}

/** What somebody works on here; if nothing any more, what they worked on while they wrote. */
function works(
  { expected, former }: Pick<DiscussionState, 'expected' | 'former'>,
  isTheirs: (e: Expected) => boolean,
): readonly Expected[] {
  const now = expected.filter(isTheirs);
  return now.length > 0 ? now : (former?.expected.filter(isTheirs) ?? []);
}

/** The same for a person: by what they work on here, or all of the children for a chair or somebody who writes for the room. */
export function circleOfPerson(
  personId: string | null,
  state: Pick<DiscussionState, 'expected' | 'adults' | 'children' | 'attendance' | 'former'>,
): Circle {
  if (!personId) return null;
  const own = works(state, (e) => e.personId === personId);
  if (own.length > 0) return union(own.map((e) => circleOfWork(e, state)));
  // A deputy, or cover: for whom their discipline works.
  const here = Object.values(state.attendance).filter((a) => a.personId === personId);
  return union(here.map((a) => circleOf(a.discipline, state)));
}

function circleOfWork(
  { about }: Expected,
  { adults, children, former }: Pick<DiscussionState, 'adults' | 'children' | 'former'>,
): Circle {
  const isNamed = (a: AdultHere) => mentions(about, namesOf(a.name));
  const here = adults.filter(isNamed);
  const withAdults = here.length > 0 ? here : (former?.adults.filter(isNamed) ?? []);
  const withChildren = children.filter((c) => mentions(about, [c.firstName]));
  if (withAdults.length + withChildren.length === 0) return null;
  const named = withChildren.map((c) => c.childId);
  return union([...withAdults.map((a) => a.childIds), ...(named.length > 0 ? [named] : [])]);
}

function union(circles: readonly Circle[]): Circle {
  if (circles.length === 0 || circles.includes(null)) return null;
  return [...new Set(circles.flatMap((c) => c ?? []))];
}

/** The circle that both have: a challenge concerns those whom everybody in it works for. */
export function both(one: Circle, other: Circle): Circle {
  if (one === null) return other;
  return other === null ? one : one.filter((childId) => other.includes(childId));
}

export function concerns(circle: Circle, childId: string): boolean {
  return circle === null || circle.includes(childId);
}

/** Who must not be named on a child's file: adults that are not theirs, and (unless they are named too) other children. */
export interface Strangers {
  child: readonly string[];
  adults: readonly string[];
  children: readonly string[];
}

/** The strangers to one child among a family. Those taken off its file may be strangers, and make nobody known. */
export function strangersTo(
  childId: string,
  adults: readonly Pick<AdultHere, 'name' | 'childIds'>[],
  children: readonly Pick<ChildHere, 'childId' | 'firstName'>[],
  former: readonly Pick<AdultHere, 'name' | 'childIds'>[] = [],
): Strangers {
  const theirs = adults
    .filter((a) => a.childIds === null || a.childIds.includes(childId))
    .flatMap((a) => namesOf(a.name));
  const others = [...adults, ...former]
    .filter((a) => a.childIds !== null && !a.childIds.includes(childId))
    .flatMap((a) => namesOf(a.name));
  const own = children.filter((c) => c.childId === childId).map((c) => plainMarks(c.firstName));
  return {
    child: own,
    // A surname that one of their own also has names nobody in particular.
    adults: others.filter((name) => !theirs.includes(name) && !own.includes(name)),
    children: children
      .filter((c) => c.childId !== childId && !own.includes(c.firstName))
      .map((c) => c.firstName),
  };
}

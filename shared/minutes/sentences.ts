import { mentions, type Strangers } from './circle.js';

/** Stands where something about somebody else was left out. */
export const leftOut = '[…]';

// "To Kirsty, that …; to Daniel, that …": a half-sentence can be about somebody else, so semicolons end one too.
const endings = /(?<=[.!?;…]["”’)]*)\s+|\n+/;
const continuing = /\b(he|she|they|him|her|them|his|hers|their|theirs)\b/i;
// "Dad" alone, where the children have different fathers, may be anybody's.
const parent = /\b(dad|daddy|father|stepdad|stepfather|mum|mummy|mother|stepmum|stepmother)(s|’s|'s)?\b/i;

/**
 * A shared text as one child's file may have it: without the sentences that name an adult who is not theirs, or another
 * child and not them, or that go on about somebody just left out ("He can name two…"). Too much left out is on the
 * family's record; too much kept would be on the wrong child's for ever.
 */
export function sentencesFor(text: string, strangers: Strangers): string {
  if (strangers.adults.length === 0 && strangers.children.length === 0) return text;
  const kept: string[] = [];
  let afterOmission = false;
  for (const sentence of text.split(endings)) {
    if (sentence.trim() === '') continue;
    const goes: boolean =
      isAboutOthers(sentence, strangers) || (afterOmission && goesOn(sentence, strangers));
    if (!goes) kept.push(sentence.trim());
    else if (kept.at(-1) !== leftOut) kept.push(leftOut);
    afterOmission = goes;
  }
  return kept.join(' ');
}

function isAboutOthers(sentence: string, { child, adults, children }: Strangers): boolean {
  if (mentions(sentence, adults)) return true;
  if (mentions(sentence, child)) return false;
  return mentions(sentence, children) || (adults.length > 0 && parent.test(sentence));
}

function goesOn(sentence: string, { child }: Strangers): boolean {
  return continuing.test(sentence) && !mentions(sentence, child);
}

/** Whether any of these texts is about somebody who is not this child's: then the whole of it is left out. */
export function isAboutStrangers(texts: readonly (string | null)[], strangers: Strangers): boolean {
  return texts.some((text) => text !== null && isAboutOthers(text, strangers));
}

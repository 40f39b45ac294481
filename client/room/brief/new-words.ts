/** A run of words, and whether a reader of last month's text has not met them. */
export interface Run {
  text: string;
  isNew: boolean;
}

/** Above this many words on a side the comparison is by sentence, so that a long afternoon's text stays quick to draw. */
const wordsCompared = 800;

/**
 * This month's words with what is new since last month marked. Words are compared without regard to case or to the
 * punctuation round them; what was taken out is not shown. The runs put together are exactly `now`.
 */
export function newWords(before: string, now: string): Run[] {
  if (before.trim() === '') return now === '' ? [] : [{ text: now, isNew: true }];
  const bits = split(now);
  const known = split(before).map(same);
  const kept = keptPlaces(known, bits.map(same));
  const fresh = wholeSentences(
    bits,
    bits.map((_, at) => !kept.has(at)),
  );
  const runs: Run[] = [];
  bits.forEach((bit, at) => {
    const isNew = fresh[at] ?? true;
    const last = runs.at(-1);
    if (last && last.isNew === isNew) last.text += bit;
    else runs.push({ text: bit, isNew });
  });
  return runs;
}

/** Whether anything was written that last month did not say. */
export function saysNothingNew(before: string, now: string): boolean {
  return !newWords(before, now).some((run) => run.isNew && /[\p{L}\p{N}]/u.test(run.text));
}

/** Each word with the space after it, or each sentence of a very long text. */
function split(text: string): string[] {
  const words = text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text]);
  return words.length <= wordsCompared
    ? words
    : (text.match(/[^.!?\n]*(?:[.!?\n]+\s*|$)/g) ?? []).filter((s) => s !== '');
}

function same(bit: string): string {
  return bit
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The places in `now` that belong to the longest run of words, in order, which both texts share. */
function keptPlaces(before: readonly string[], now: readonly string[]): Set<number> {
  const width = now.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const down = longest[(i + 1) * width + j] ?? 0;
      const along = longest[i * width + j + 1] ?? 0;
      longest[i * width + j] =
        before[i] === now[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, along);
    }
  }
  const kept = new Set<number>();
  let i = 0;
  let j = 0;
  while (i < before.length && j < now.length) {
    if (before[i] === now[j]) {
      kept.add(j);
      i++;
      j++;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return kept;
}

/** A sentence that is mostly new is new as a whole: a reader wants sentences, not the few words that both months share. */
function wholeSentences(bits: readonly string[], isNew: readonly boolean[]): boolean[] {
  const result = [...isNew];
  let start = 0;
  bits.forEach((bit, at) => {
    if (!/[.!?]["”’)]*\s*$/.test(bit) && at < bits.length - 1) return;
    const sentence = isNew.slice(start, at + 1);
    if (sentence.filter(Boolean).length > sentence.length / 2) result.fill(true, start, at + 1);
    start = at + 1;
  });
  return result;
}

/** Which choices fit what was typed: every typed word begins some word of the label or detail; accents do not matter. */
export function matching<Option extends { label: string; detail?: string | undefined }>(
  options: readonly Option[],
  typed: string,
): Option[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [...options];
  const inLabel = (option: Option) => fits(wordsOf(option.label), wanted);
  const anywhere = options.filter((option) =>
    fits(wordsOf(`${option.label} ${option.detail ?? ''}`), wanted),
  );
  // A name is likelier meant than a role, so those come first; otherwise the given order stands.
  return [...anywhere.filter(inLabel), ...anywhere.filter((option) => !inLabel(option))];
}

function fits(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

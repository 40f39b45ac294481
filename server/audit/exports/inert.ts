// What spreadsheet programs may take for the start of a formula, in the wide forms of other keyboards too; and blanks,
// which some of them drop before they look.
const starts = /^[\s\u200B-\u200F]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/;
// Control characters and halves of characters, which no XML may hold.
const unfit = /(?![\t\r\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** A text that no spreadsheet program computes, whatever somebody called a family. */
export function inert(text: string): string {
  const fit = text.replace(unfit, '');
  return starts.test(fit) ? `'${fit}` : fit;
}

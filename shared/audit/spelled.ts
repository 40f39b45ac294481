/** "medianDays" and "not-yet-due" as words: "Median days", "Not yet due". */
export function spelled(code: string): string {
  const words = code
    .replace(/([A-Z]|\d+)/g, ' $1')
    .replaceAll('-', ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

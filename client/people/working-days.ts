/** The days of a week in order, as check boxes offer them. */
export const days = [
  { value: 'mon', label: 'Mon' },
  { value: 'tue', label: 'Tue' },
  { value: 'wed', label: 'Wed' },
  { value: 'thu', label: 'Thu' },
  { value: 'fri', label: 'Fri' },
  { value: 'sat', label: 'Sat' },
  { value: 'sun', label: 'Sun' },
] as const;
export type Day = (typeof days)[number]['value'];

/** The days that stand as 1 in `1111100`, Monday first. */
export function daysOf(workingDays: string): Day[] {
  return days.filter((_, at) => workingDays[at] === '1').map((day) => day.value);
}

/** `1110000` for Monday to Wednesday. */
export function workingDaysOf(worked: readonly Day[]): string {
  return days.map((day) => (worked.includes(day.value) ? '1' : '0')).join('');
}

/** "Monday to Friday" said shortly: "Mon to Fri", "Mon, Wed". */
export function daysSay(workingDays: string): string {
  const worked = days.filter((_, at) => workingDays[at] === '1');
  const first = worked[0];
  const last = worked.at(-1);
  if (!first || !last) return 'no days';
  const inARow = days.indexOf(last) - days.indexOf(first) + 1 === worked.length;
  if (inARow && worked.length > 2) return `${first.label} to ${last.label}`;
  return worked.map((day) => day.label).join(', ');
}

/** Places for so many values in a list, after so many others: "$3, $4". Of no values: a list that holds nothing. */
export function places(count: number, after: number): string {
  if (count === 0) return 'NULL';
  return Array.from({ length: count }, (_, i) => `$${i + after + 1}`).join(', ');
}

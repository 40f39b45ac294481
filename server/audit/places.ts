/** Places for so many values in a list, after so many others: "$3, $4". Of no values: a list that holds nothing. */
export function places(count: number, after: number): string {
  if (count === 0) return 'NULL';
  return Array.from({ length: count }, (_, i) => `$${i + after + 1}`).join(', ');
}

/** A list in parts of so many: enough at once to be quick, few enough for every database’s limit on parameters. */
export function inParts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

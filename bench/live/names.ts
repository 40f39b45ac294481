/** The names that the goals speak of. */
export const names = {
  product: 'product',
  floor: 'floor',
  hocuspocus: 'Hocuspocus + SQLite',
  postgresFloor: 'floor on PostgreSQL',
} as const;

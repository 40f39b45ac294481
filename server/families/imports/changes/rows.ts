/** A row to add, by the table's own column names. */
export type NewRow = Record<string, string | number | null>;

/** Rows to write, in the order in which one may point to another. */
export interface Rows {
  team: NewRow[];
  person: NewRow[];
  person_role: NewRow[];
  family: NewRow[];
  family_event: NewRow[];
  child: NewRow[];
  plan: NewRow[];
  allocation: NewRow[];
  listed_family: NewRow[];
  listed_child: NewRow[];
  act: NewRow[];
  /** Columns to set on rows that are there. */
  changed: {
    table: 'family' | 'child' | 'plan' | 'allocation' | 'listed_family' | 'listed_child';
    id: string;
    set: NewRow;
  }[];
  /** Families that are new and open: each needs its first discussion. */
  opened: string[];
  /** Families whose members or workers changed: what is being prepared shows it. */
  touched: string[];
}

export const noRows = (): Rows => ({
  team: [],
  person: [],
  person_role: [],
  family: [],
  family_event: [],
  child: [],
  plan: [],
  allocation: [],
  listed_family: [],
  listed_child: [],
  act: [],
  changed: [],
  opened: [],
  touched: [],
});

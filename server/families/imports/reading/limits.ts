/**
 * What a file may ask of us. A 12,000-row List 6 needs about a tenth of each of these; a file made to exhaust
 * the server meets one of them within two seconds and 64 MB (hostile-files.test.ts keeps each limit).
 */
export const LIMITS = {
  workbookBytes: 24 * 1024 * 1024,
  csvBytes: 16 * 1024 * 1024,
  /** Members of the workbook's zip; a real one has 20 to 60. */
  zipMembers: 1_000,
  zipDirectoryBytes: 256 * 1024,
  /** Inflated size of any one part of the workbook that is read (two lists, their texts, their names). */
  partBytes: 24 * 1024 * 1024,
  /** Sum of the sizes the zip admits to, parts that are never inflated included. */
  allPartsBytes: 400 * 1024 * 1024,
  /** How many times larger a part may become when inflated; asked only of parts above `ratioFreeBytes`. */
  inflation: 100,
  ratioFreeBytes: 2 * 1024 * 1024,
  /** One tag, comment or instruction in a workbook's XML. */
  tagCharacters: 64 * 1024,
  xmlDepth: 64,
  sharedTexts: 200_000,
  sharedTextCharacters: 5 * 1024 * 1024,
  cellCharacters: 4_000,
  columns: 60,
  rows: 60_000,
  /** Rows with nothing in them, which some extracts have by the thousand below the last child. */
  emptyRows: 1_100_000,
  csvRecordCharacters: 64 * 1024,
  /** What the reading process may send back. */
  answerBytes: 16 * 1024 * 1024,
  heapMegabytes: 22,
  /** Processor time of the reading itself; Node's own start comes on top. */
  cpuMilliseconds: 1_800,
  wallMilliseconds: 20_000,
} as const;

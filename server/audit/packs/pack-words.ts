import { dateInWords } from '../../../shared/schedule/in-words.js';
import type { PackAsked } from './contents.service.js';
import type { Listed, PackFile } from './zip-file.js';

interface Counts {
  by: string;
  records: number;
  leftOut: number;
  /** Records of which something protected was taken out. */
  protectedIn: number;
}

/** What the pack says about itself, to somebody who has never seen the product. */
export function aboutPack({ sample, why, madeAt }: PackAsked, counts: Counts): string {
  const { by, records, leftOut, protectedIn } = counts;
  return `${[
    'Inspection pack: group supervision',
    `Signed records of ${sample.teams}, of discussions held from ${dateInWords(sample.from)} to ${dateInWords(sample.to)}.`,
    `Asked for by ${by} at ${madeAt}: ${why}`,
    '',
    `The sample: ${records} records, drawn by chance from the seed “${sample.seed}”. Whoever draws again from the same`,
    'records with that seed draws the same ones. Each chair has one for each month, and each team one more.',
    leftOut === 0
      ? 'Every one of them is in this pack.'
      : `${leftOut} of them are listed without a name and are not in this pack: whoever asked may not read them.`,
    '',
    'Protected notes and protected next steps are never in a pack. Where they stood the minutes say “Protected”.',
    protectedIn === 0
      ? 'None of these records holds any.'
      : `${protectedIn} of these records hold some; their minutes differ in that from what was signed (sample.csv).`,
    '',
    'minutes/         the minutes as they were filed when they were signed, and what was added later',
    'logs/            everything that was done in each discussion, in order: who, when, and what in words',
    'sample.csv       the records, and the hash of each that is whole as it was signed',
    'timeliness.csv   when each was due, held and signed',
    'grades.csv       the grades of those records that have all of theirs',
    'figures.csv      the measures of these days, each with what it was counted from',
    'manifest.json    every file with its size and its SHA-256',
    'SHA256SUMS       the same for a program: sha256sum -c SHA256SUMS',
    '',
    'Times are in UTC. The hash of each entry of a log is made from the entry and the hash before it, so that none can',
    'be changed, left out or put in without every later one telling. Where minutes are whole, the SHA-256 of their file',
    'is the hash that was kept when they were signed. Where something protected was taken out, a hash made from it is left',
    'out too, since it would let the words be guessed; that the chain holds was checked before (sample.csv).',
  ].join('\n')}\n`;
}

/** What stands at the end of a pack: every file before it with its hash, for people and for programs. */
export function manifestOf(asked: PackAsked) {
  return (listed: readonly Listed[]): PackFile[] => {
    const { packId, madeAt, why, sample } = asked;
    const { sampleId, seed, from, to } = sample;
    const manifest = { packId, madeAt, why, sample: { sampleId, seed, from, to }, files: listed };
    return [
      { path: 'manifest.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
      { path: 'SHA256SUMS', text: listed.map((f) => `${f.sha256}  ${f.path}\n`).join('') },
    ];
  };
}

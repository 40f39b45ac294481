import { hash, type Options, verify } from '@node-rs/argon2';
import { passwordMin } from '../../shared/people/sign-in.js';
import { Refused } from '../../shared/refusals.js';
import { easyWords } from './easy-passwords.js';
import { inTurn } from './in-turn.js';

// argon2id (the default of the package), 19 MiB, two passes, one lane: what OWASP asks for at least.
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Hashing shares its threads with the database. Two at a time keep a morning's sign-ins from delaying everybody's saved words.
const turn = inTurn(2);

/** A hash to keep in place of the password. */
export function hashPassword(password: string): Promise<string> {
  return turn(() => hash(normal(password), cost));
}

// Made once, from a value nobody can type: verifying against it takes as long as verifying against a person's own.
let nobody: Promise<string> | undefined;

/** Whether this is the password. Takes as long for somebody who is not known, or has no password yet. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  nobody ??= hashPassword(`nobody ${crypto.randomUUID()}`);
  const against = kept ?? (await nobody);
  const same = await turn(() => verify(against, normal(password)));
  return kept !== null && same;
}

/** Refuses a password that is too short or easy to guess for this person. */
export function mustBeGood(password: string, about: { name: string; email: string | null }): void {
  const plain = normal(password);
  if ([...plain].length < passwordMin) throw new Refused('password-too-short');
  const letters = plain.toLowerCase();
  const own = [...about.name.split(/\s+/), ...(about.email?.split(/[@.]/) ?? [])].map((w) => w.toLowerCase());
  const easy = [...easyWords, ...own.filter((w) => w.length > 3)];
  // What is left when everything easy is taken away is what somebody would have to guess.
  let rest = letters;
  for (const word of easy.sort((a, b) => b.length - a.length)) rest = rest.split(word).join('');
  rest = rest.replace(/(.)\1+/g, '$1');
  const different = new Set(letters).size;
  if (rest.length < 5 || different < 5) throw new Refused('password-too-common');
}

// The same letters typed on two keyboards may be different bytes.
function normal(password: string): string {
  return password.normalize('NFKC');
}

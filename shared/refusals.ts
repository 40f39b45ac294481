/** Every refusal with the sentence a professional reads: what is so, and what can be done about it. */
export const refusals = {
  'not-found': 'We could not find this, or it is not yours to see.',
  'signed-out': 'You are signed out. Sign in again: what you wrote is kept on this device.',
  'not-yours': 'This is for somebody else to write.',
  'chair-only': 'Only the chair can do this.',
  'pen-only': 'The chair or whoever holds the pen writes this. Ask for the pen.',
  'manager-only': 'Only a manager can do this.',
  observer: 'An observer is named in the record and cannot write in it.',
  'not-open': 'The session is not open yet.',
  closed: 'The session has ended.',
  'already-open': 'The session is already open.',
  'not-live': 'This family is not being discussed now.',
  'not-held': 'This discussion has not been held yet.',
  signed: 'These minutes are signed. Signed minutes do not change; you can add an addendum.',
  'not-signed': 'An addendum belongs to signed minutes. These are not signed yet.',
  'moved-on': 'Something was added after you read this. Read it again, then sign.',
  'confirm-first': 'Confirm it is you with your password, then sign.',
  'something-missing': 'Something is still missing before this can be signed.',
  revealed: 'The scores have been revealed, so they can no longer change.',
  'not-revealed': 'The scores have not been revealed yet.',
  'nobody-scored': 'Nobody has scored yet.',
  'no-such-challenge': 'That challenge is not in this discussion.',
  'needs-answer': 'A challenge needs an answer before it can have an outcome.',
  'has-outcome': 'This challenge already has its outcome.',
  'needs-reason': 'Give the reason in a few words.',
  'needs-evidence': 'Say how we know that it is better: something besides what we were told.',
  'second-manager': 'The chair also works with this family, so another manager signs these minutes.',
  'carried-step': 'This was agreed last time. Say what became of it under “Last time” instead.',
  'needs-person-and-date': 'Say who will bring the evidence, and by when.',
  'no-such-step': 'That next step is not in this discussion.',
  'not-the-owner': 'Only the person who will do it can say yes to it.',
  'needs-owner': 'A next step needs a person to own it before it can be said yes to.',
  'no-such-slot': 'That family is not in this session.',
  'slot-ended': 'This family has already been dealt with in this session.',
  'no-such-child': 'That child is not in this family.',
  'no-such-field': 'There is no such field in this discussion.',
  'no-such-person': 'That person is not part of this.',
  'too-long': 'This is too long to keep in one piece. Shorten it, or send it in parts.',
  'builds-on-refused': 'These words go on from words that were not accepted. Copy them and write them again.',
  unreadable: 'We could not read what was sent. Reload the page; what you wrote is kept on this device.',
  'same-id-other-body':
    'Something else was already saved under this number. Copy your words and write them again.',
  'unknown-kind': 'This page is older than the server. Reload it; what you wrote is kept on this device.',
  'old-page': 'This page is older than the server. Reload it; what you wrote is kept on this device.',
  'too-fast': 'That is more than can be saved at once. It will be sent again by itself in a moment.',
  'cannot-save': 'We cannot save just now. What you wrote is kept on this device and will be sent again.',
  'wrong-password': 'That e-mail address and password do not go together.',
  'try-later': 'There have been many tries. Wait a few minutes and try again.',
  'password-too-short': 'Use at least 12 characters.',
  'password-too-common': 'That password is easy to guess. Choose another.',
  'link-used': 'This link has been used or is too old. Ask for a new one.',
  'already-there': 'This is already there.',
  'bad-dates': 'The end cannot be before the beginning.',
  'has-open-discussion': 'This family already has a discussion open for preparation.',
  'in-another-session': 'This family is already in another session.',
  'plan-running': 'This month is being planned by somebody now. Wait a moment, then look at it again.',
  'plan-sent': 'People have been told of this plan. Move families one by one from here.',
  'link-refused': 'This link leads to a place that is not allowed for calls.',
  'nothing-signed': 'No discussion that was held in these days has been signed, so there is nothing to draw.',
  'own-chair': 'Whoever chaired a discussion does not grade its record. Another manager does.',
  'graded-already': 'You have graded this record.',
  'graded-by-all': 'This record has every grade that it is to have.',
  'another-manager': 'Another manager has to agree before this pack can be opened.',
  'pack-not-ready': 'This pack is still being prepared.',
  'pack-gone': 'This pack is not kept any more. Ask for a new one.',
  'file-refused': 'This file cannot be imported.',
  'import-running': 'Another import is running. Wait until it has finished.',
} as const;

export type RefusalCode = keyof typeof refusals;

/** An expected no, as a value. `says` is always the sentence above, unless a rule has a closer one. */
export interface Refusal {
  code: RefusalCode;
  says: string;
}

/** Makes a refusal from its code; `says` may give a closer sentence. */
export function refusal(code: RefusalCode, says: string = refusals[code]): Refusal {
  return { code, says };
}

/** Thrown by services and turned into an answer at the edge; pure functions return codes instead. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(code: RefusalCode, says?: string) {
    super(says ?? refusals[code]);
    this.name = 'Refused';
    this.refusal = refusal(code, says);
  }
}

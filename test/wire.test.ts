import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { discussionLog } from '../shared/discussion/log.js';
import type { AnyKind } from '../shared/live/change.js';
import { messages, PROTOCOL } from '../shared/live/wire.js';
import { sessionLog } from '../shared/session/log.js';

// The wire as it was when its number was last raised. A page of yesterday talks to a server of today: whoever changes
// what is sent must decide whether the old page still understands. If it does, put the new hash here; if it does not,
// raise PROTOCOL too, and old pages are asked to reload with what they wrote kept.
const pinned = { protocol: 2, hash: '667e240d1ae02a28' };

const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
const kindsOf = <S>(kinds: Readonly<Record<string, AnyKind<S>>>) =>
  Object.fromEntries(
    Object.keys(kinds)
      .sort()
      .map((name) => [
        name,
        { payload: shapeOf(kinds[name]!.schema), internal: kinds[name]!.internal ?? false },
      ]),
  );

describe('somebody who changes what is sent', () => {
  it('is asked whether a page of yesterday still understands it', () => {
    const wire = {
      messages: Object.fromEntries(Object.entries(messages).map(([name, schema]) => [name, shapeOf(schema)])),
      session: kindsOf(sessionLog.kinds),
      discussion: kindsOf(discussionLog.kinds),
    };
    const hash = createHash('sha256').update(JSON.stringify(wire)).digest('hex').slice(0, 16);
    expect({ protocol: PROTOCOL, hash }).toEqual(pinned);
  });
});

import { useState } from 'react';
import { Link } from 'react-router';
import type { You } from '../../../shared/people/sign-in.js';
import type { Board, MoveSays, NeedsYou, WayOut } from '../../../shared/schedule/planner.js';
import { ask } from '../../api.js';
import { Button } from '../../ui/actions/Button.js';
import { Menu } from '../../ui/actions/Menu.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { SessionDialog } from '../SessionDialog.js';
import { nowOn } from './board-words.js';
import { LateDialog } from './moves/LateDialog.js';
import { PlaceDialog } from './moves/PlaceDialog.js';
import { useMayAllow } from './moves/WhatItDoes.js';
import { type Acts, besides, needSpot } from './use-acts.js';

/** As many as can be weighed at once: before a month is planned, every family of it is here. */
const atFirst = 8;

/** What still has to be asked before a way out can be taken. */
type Asking =
  | { what: 'place'; familyId: string; to?: { sessionId: string; position: number } }
  | { what: 'late'; family: NeedsYou; way: WayOut }
  | { what: 'session'; family: NeedsYou; act: Extract<WayOut['act'], { kind: 'add-session' }> };

interface Props {
  board: Board;
  you: You;
  acts: Acts;
}

/** The families of the month that no session has: why, the best answer as a button, and the others behind it. */
export function NeedYou({ board, you, acts }: Props) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [all, setAll] = useState(false);
  const mayAllow = useMayAllow(you.personId);
  const close = () => setAsking(null);
  // The row goes with its family: the focus goes on to the next one.
  const spotAfter = (familyId: string) => {
    const ids = board.needYou.map((family) => family.familyId);
    const next = besides(ids, familyId);
    return next && needSpot(next);
  };
  const lengthens = (
    family: NeedsYou,
    act: Extract<WayOut['act'], { kind: 'lengthen' }>,
    lateReason?: string,
  ) =>
    ask<MoveSays>('POST', `planner/sessions/${act.sessionId}/lengthen`, {
      minutes: act.minutes,
      familyId: family.familyId,
      ...(lateReason ? { lateReason } : {}),
    });
  const take = (family: NeedsYou, way: WayOut) => {
    const { act } = way;
    const { familyId, name } = family;
    // Whose limit has passed is late on every day: nobody has to allow it first.
    const asksWhy = family.dueBy !== null && family.dueBy >= board.today;
    if (act.kind === 'add-session') return setAsking({ what: 'session', family, act });
    if (act.late && asksWhy && act.kind === 'lengthen' && mayAllow)
      return setAsking({ what: 'late', family, way });
    if (act.late && asksWhy && act.kind === 'place') {
      const { sessionId, position } = act;
      return setAsking({ what: 'place', familyId, to: { sessionId, position } });
    }
    void acts.act({
      key: familyId,
      send: () =>
        act.kind === 'lengthen'
          ? lengthens(family, act)
          : ask<MoveSays>('POST', `planner/sessions/${act.sessionId}/place`, {
              familyId,
              position: act.position,
            }),
      said: (placed) => nowOn(name, placed, board.today),
      spot: spotAfter(familyId),
    });
  };
  if (board.needYou.length === 0) return null;
  const shown = all ? board.needYou : board.needYou.slice(0, atFirst);
  const left = board.needYou.length - shown.length;
  return (
    <Card
      heading="Need you"
      headingSize="l"
      padding="side"
      aside={<Tag tone="warn">{board.needYou.length}</Tag>}
    >
      <ul className="need-you">
        {shown.map((family) => {
          const [best, ...others] = family.waysOut;
          return (
            <li key={family.familyId} data-need={family.familyId}>
              <h3>
                <Link to={`/families/${family.familyId}`}>{family.name}</Link>
              </h3>
              <p className="small muted">{family.says}</p>
              {board.mayPlan && (
                <div className="row wraps">
                  {best && (
                    <Button
                      size="small"
                      busy={acts.busy === family.familyId ? 'Putting in' : undefined}
                      onClick={() => take(family, best)}
                    >
                      {best.says}
                      <span className="visually-hidden"> for {family.name}</span>
                    </Button>
                  )}
                  <Menu
                    kind="quiet"
                    size="small"
                    label={best ? `Others` : 'Choose a session'}
                    entries={[
                      ...others.map((way) => ({ label: way.says, onPick: () => take(family, way) })),
                      {
                        label: 'Choose a session…',
                        onPick: () => setAsking({ what: 'place', familyId: family.familyId }),
                      },
                    ]}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {left > 0 && (
        <Button kind="quiet" size="small" onClick={() => setAll(true)}>
          Show {left} more
        </Button>
      )}
      {asking?.what === 'place' && (
        <PlaceDialog
          board={board}
          you={you}
          acts={acts}
          familyId={asking.familyId}
          to={asking.to}
          spot={spotAfter(asking.familyId)}
          onClose={close}
        />
      )}
      {asking?.what === 'late' && (
        <LateDialog
          name={asking.family.name}
          says={asking.way.says}
          today={board.today}
          spot={spotAfter(asking.family.familyId)}
          acts={acts}
          send={(reason) =>
            asking.way.act.kind === 'lengthen'
              ? lengthens(asking.family, asking.way.act, reason)
              : Promise.resolve()
          }
          onClose={close}
        />
      )}
      {asking?.what === 'session' && (
        <SessionDialog
          you={you}
          suggested={{ teamId: board.teamId, ...asking.act }}
          onClose={close}
          onMade={(sessionId) => {
            const { familyId, name } = asking.family;
            close();
            void acts.act({
              key: familyId,
              send: () => ask<MoveSays>('POST', `planner/sessions/${sessionId}/place`, { familyId }),
              said: (placed) => nowOn(name, placed, board.today),
              spot: spotAfter(familyId),
            });
          }}
        />
      )}
    </Card>
  );
}

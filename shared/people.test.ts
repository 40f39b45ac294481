import { describe, expect, it } from '@jest/globals';
import { administers, keepsRecords, needsTeam, onlyTeamKept, rolesToGive, setsRule } from './people.js';

describe('who keeps the records in order', () => {
  const sandra = [{ role: 'business-support', teamId: 'northgate' }] as const;
  const adaeze = [{ role: 'team-manager', teamId: 'northgate' }] as const;
  const tom = [{ role: 'practitioner', teamId: 'northgate' }] as const;
  const helen = [{ role: 'service-manager', teamId: null }] as const;
  const admin = [{ role: 'administrator', teamId: null }] as const;

  it('business support and managers keep their own team and no other', () => {
    for (const held of [sandra, adaeze]) {
      expect(keepsRecords(held)).toBe(true);
      expect(keepsRecords(held, 'northgate')).toBe(true);
      expect(keepsRecords(held, 'southgate')).toBe(false);
      expect(administers(held)).toBe(false);
    }
  });

  it('administrators and service managers set how often families are taken, where they stand; a team’s manager does not', () => {
    const over = [{ role: 'service-manager', teamId: 'northgate' }] as const;
    for (const held of [helen, admin])
      expect([setsRule(held, null), setsRule(held, ['northgate'])]).toEqual([true, true]);
    expect([
      setsRule(over, null),
      setsRule(over, ['northgate']),
      setsRule(over, ['northgate', 'southgate']),
    ]).toEqual([false, true, false]);
    for (const held of [sandra, adaeze, tom]) expect(setsRule(held, ['northgate'])).toBe(false);
  });

  it('a practitioner and a service manager keep nobody’s records', () => {
    expect(keepsRecords(tom)).toBe(false);
    expect(keepsRecords(helen)).toBe(false);
    expect(rolesToGive(tom)).toEqual([]);
  });

  it('an administrator keeps every team and gives every role, business support only brings in practitioners', () => {
    expect(keepsRecords(admin, 'southgate')).toBe(true);
    expect(rolesToGive(admin)).toContain('team-manager');
    expect(rolesToGive(sandra)).toEqual(['practitioner']);
  });

  it('a form chooses the team for whoever keeps just one, and for nobody else', () => {
    expect(onlyTeamKept(sandra)).toBe('northgate');
    expect(onlyTeamKept([...sandra, { role: 'team-manager', teamId: 'southgate' }])).toBe('');
    expect(onlyTeamKept([...sandra, ...admin])).toBe('');
    expect(onlyTeamKept(tom)).toBe('');
  });

  it('a manager is one of a team; a service manager or an administrator may be across the council', () => {
    expect(needsTeam('team-manager')).toBe(true);
    expect(needsTeam('service-manager')).toBe(false);
    expect(needsTeam('administrator')).toBe(false);
  });
});

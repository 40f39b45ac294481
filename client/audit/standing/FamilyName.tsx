import { Link } from 'react-router';
import type { FamilyStands } from '../../../shared/audit/http.js';
import { planTypeCodes, planTypes } from '../../../shared/families/members.js';
import { countOf } from '../../ui/format.js';

/** The family by name, for those who may see it; for all others it is counted and stays without one. */
export function FamilyName({ family }: { family: Pick<FamilyStands, 'familyId' | 'name'> }) {
  if (family.familyId === null) return <span className="muted">A family you do not work with</span>;
  return (
    <Link to={`/families/${family.familyId}`} className="audit-family">
      {family.name}
    </Link>
  );
}

/** "5 children, child in need". */
export function aboutFamily({ children, plan }: Pick<FamilyStands, 'children' | 'plan'>): string {
  const code = planTypeCodes.find((known) => known === plan);
  const parts = [
    children === null ? '' : countOf(children, 'child', 'children'),
    code ? planTypes[code].toLowerCase() : '',
  ];
  return parts.filter(Boolean).join(', ');
}

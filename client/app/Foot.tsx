import { Link } from 'react-router';

/** The same three links at the foot of every page, in the same order. */
export function Foot() {
  return (
    <>
      <Link to="/about/accessibility">Accessibility</Link>
      <Link to="/about/who-can-see-what">Who can see what</Link>
    </>
  );
}

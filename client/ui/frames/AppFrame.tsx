import { type ReactNode, useEffect, useId, useState } from 'react';
import { NavLink, useLocation, useNavigationType } from 'react-router';
import { Menu, type MenuEntry } from '../actions/Menu.js';
import { Icon } from '../icons.js';
import { Brand } from './Brand.js';
import './app-frame.css';

export interface NavEntry {
  to: string;
  label: string;
  end?: boolean | undefined;
}

export interface PersonShown {
  name: string;
  role: string;
  mark?: ReactNode;
  /** Settings, help, sign out. */
  menu: readonly MenuEntry[];
}

export interface AppFrameProps {
  homeTo?: string | undefined;
  nav: readonly NavEntry[];
  /** Top right, always: saved, saving, offline, not accepted. */
  connection?: ReactNode;
  person?: PersonShown | undefined;
  /** "Skip to the brief". */
  skip: string;
  /** Full width, under the top bar: the offline strip. */
  strip?: ReactNode;
  /** `page` keeps to 83 rem with 24 padding; `bare` leaves it to the page. */
  width?: 'page' | 'bare' | undefined;
  /** At the foot of every page in the same order: accessibility, who can see what, help. */
  foot?: ReactNode;
  children: ReactNode;
}

/**
 * Every page but the room. To 900 px the links stand in the bar, below that on a line of their own, and at 640 px and
 * less behind "Menu".
 */
export function AppFrame(props: AppFrameProps) {
  const { homeTo = '/', nav, connection, person, skip, strip, width = 'page', foot, children } = props;
  const [open, setOpen] = useState(false);
  const navId = useId();
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the menu
  useEffect(() => setOpen(false), [pathname]);
  const came = useNavigationType();
  // A page begins at its top; going back, the browser puts it where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere is what counts
  useEffect(() => {
    if (came !== 'POP') window.scrollTo({ top: 0 });
  }, [pathname, came]);
  return (
    <div className="app-frame">
      <a className="skip-link" href="#main">
        {skip}
      </a>
      <header className="top-bar">
        <Brand to={homeTo} />
        {nav.length > 0 && (
          <>
            <button
              type="button"
              className="button small nav-button"
              aria-expanded={open}
              aria-controls={navId}
              onClick={() => setOpen(!open)}
            >
              <Icon name="bars" />
              Menu
            </button>
            <nav id={navId} className={open ? 'top-nav open' : 'top-nav'} aria-label="Main">
              {nav.map((link) => (
                <NavLink key={link.to} to={link.to} end={link.end ?? false}>
                  {link.label}
                </NavLink>
              ))}
            </nav>
          </>
        )}
        <div className="top-right">
          {connection}
          {person && (
            <Menu
              label="Your account"
              align="end"
              entries={person.menu}
              face={
                <>
                  {person.mark}
                  <span className="person-words small">
                    {person.name}
                    <span className="muted">{person.role}</span>
                  </span>
                </>
              }
            />
          )}
        </div>
      </header>
      {strip}
      <main id="main" tabIndex={-1} className={width === 'page' ? 'page' : undefined}>
        {children}
      </main>
      {foot && <footer className="page-foot small">{foot}</footer>}
    </div>
  );
}

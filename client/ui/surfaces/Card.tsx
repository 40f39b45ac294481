import { type ReactNode, useId } from 'react';
import './card.css';

export interface CardProps {
  /** A card with a heading is a labelled section. Without one, give `label` or it is a plain box. */
  heading?: ReactNode;
  level?: 2 | 3 | undefined;
  /** How the heading looks: xl on pages, l in narrow columns, m in the room's side. */
  headingSize?: 'xl' | 'l' | 'm' | undefined;
  headingHidden?: boolean | undefined;
  label?: string | undefined;
  /** At the right of the heading: a tag, a fact, or one quiet action. */
  aside?: ReactNode;
  /** A muted line right under the heading: what it is about. */
  about?: ReactNode;
  /** `page` pads 20 all round, `room` 16 above and below, `side` 16 all round. */
  padding?: 'page' | 'room' | 'side' | undefined;
  id?: string | undefined;
  /** Makes the heading able to take focus, for the heading of a step. */
  headingRef?: React.Ref<HTMLHeadingElement> | undefined;
  className?: string | undefined;
  children?: ReactNode;
}

/** A white surface with an optional heading row. */
export function Card(props: CardProps) {
  const {
    heading,
    level = 2,
    headingSize = 'xl',
    headingHidden,
    label,
    aside,
    about,
    padding = 'page',
    id,
    headingRef,
    className,
    children,
  } = props;
  const headingId = useId();
  const Heading = level === 3 ? 'h3' : 'h2';
  const classes = ['card', padding, className].filter(Boolean).join(' ');
  if (heading === undefined && label === undefined)
    return (
      <div className={classes} id={id}>
        {children}
      </div>
    );
  return (
    <section
      className={classes}
      id={id}
      aria-label={heading === undefined ? label : undefined}
      aria-labelledby={heading === undefined ? undefined : headingId}
    >
      {heading !== undefined && (
        <div className={headingHidden && !aside ? 'visually-hidden' : 'heading-row card-heading'}>
          <Heading
            id={headingId}
            ref={headingRef}
            tabIndex={headingRef ? -1 : undefined}
            className={headingHidden ? 'visually-hidden' : `heading-${headingSize}`}
          >
            {heading}
          </Heading>
          {aside}
        </div>
      )}
      {about && <p className="muted card-about">{about}</p>}
      {children}
    </section>
  );
}

import { useEffect, useEffectEvent, useId, useRef } from 'react';
import './error-summary.css';

export interface FieldProblem {
  /** The `id` given to the field. */
  fieldId: string;
  message: string;
}

/** After a try to send: what is left to mend, each a link to its field. Focus moves here when the list changes by a try. */
export function ErrorSummary({ problems, attempt }: { problems: readonly FieldProblem[]; attempt: number }) {
  const box = useRef<HTMLDivElement>(null);
  const headingId = useId();
  // Focus moves once for each try, not while errors are being mended.
  const tried = useEffectEvent(() => {
    if (problems.length > 0) box.current?.focus();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is one try
  useEffect(() => tried(), [attempt]);
  if (problems.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that these are controls
    <div ref={box} className="error-summary" role="group" tabIndex={-1} aria-labelledby={headingId}>
      <h2 id={headingId}>
        {problems.length === 1 ? '1 thing to mend' : `${problems.length} things to mend`}
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.fieldId}>
            <a
              href={`#${problem.fieldId}`}
              onClick={(event) => {
                const field = document.getElementById(problem.fieldId);
                if (!field) return;
                event.preventDefault();
                field.focus();
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { type ReactNode, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import './dialog.css';

export interface DialogProps {
  /** Rendered only while open. */
  open: boolean;
  title: ReactNode;
  /** Esc, or the way out the page offers. Called once per wish to close. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the filled one first. */
  actions?: ReactNode;
  /** Drawn above the title, for a band that says what the dialog is about. */
  top?: ReactNode;
  width?: 'narrow' | 'wide' | undefined;
}

/** A modal question on the native dialog. Focus goes to its heading and, on closing, back to what opened it. */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ title, onClose, children, actions, top, width = 'narrow' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const close = useEffectEvent(() => onClose());

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const opener = document.activeElement;
    const cancelled = (event: Event) => {
      // The page decides whether it closes, so the state and the screen never differ.
      event.preventDefault();
      close();
    };
    // A browser may close it by itself when Esc is pressed twice; the page must hear of it.
    const closed = () => {
      if (!element.open) close();
    };
    element.addEventListener('cancel', cancelled);
    element.addEventListener('close', closed);
    element.showModal();
    heading.current?.focus();
    return () => {
      element.removeEventListener('cancel', cancelled);
      element.removeEventListener('close', closed);
      element.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <dialog ref={dialog} className={`dialog ${width}`} aria-labelledby={titleId}>
      <div className="dialog-inside">
        {top && <div className="dialog-top">{top}</div>}
        <h2 ref={heading} id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <div className="dialog-body">{children}</div>
        {actions && <div className="dialog-actions">{actions}</div>}
      </div>
    </dialog>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the page, whose text field has the focus, and which Esc and a click beside it close. */
export const Dialog = ({ label, onClose, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    element.querySelector('input')?.focus();
    const closeBeside = ({ target }: MouseEvent) => {
      if (target === element) element.close();
    };
    element.addEventListener('click', closeBeside);
    return () => element.removeEventListener('click', closeBeside);
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={label} onClose={onClose}>
      <div className={styles.content}>{children}</div>
    </dialog>
  );
};

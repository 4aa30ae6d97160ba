import { useEffect, useState } from 'react';
import styles from './slow-note.module.css';

interface SlowNoteProps {
  what: string;
}

const slowAfter = 4_000;

/** Says to screen readers that something loads, and to everybody when it takes unusually long. */
export const SlowNote = ({ what }: SlowNoteProps) => {
  const [slow, setSlow] = useState(false);

  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), slowAfter);
    return () => window.clearTimeout(timer);
  }, []);

  return (
    <p role="status" className={slow ? styles.note : 'visually-hidden'}>
      {slow ? 'This takes longer than it should. We are still trying.' : `${what}…`}
    </p>
  );
};

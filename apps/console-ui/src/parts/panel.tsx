import { classNames } from '@faultline/ui';
import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';
import { ScrollArea } from './scroll-area';

interface PanelProps {
  title: string;
  /** Stands at the right of the title. */
  aside?: ReactNode;
  className?: string | undefined;
  /** Whether the content may be larger than the panel and scrolls in it. */
  scrolls?: boolean;
  children: ReactNode;
}

export const Panel = ({ title, aside, className, scrolls = false, children }: PanelProps) => {
  const id = useId();
  return (
    <section className={classNames(styles.panel, className)} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {scrolls ? (
        <ScrollArea className={styles.scroll} aria-labelledby={id}>
          {children}
        </ScrollArea>
      ) : (
        children
      )}
    </section>
  );
};

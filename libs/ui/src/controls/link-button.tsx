import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './button.module.css';
import { classNames } from './class-names';

interface LinkButtonProps {
  to: string;
  kind?: 'strong' | 'quiet';
  className?: string | undefined;
  children: ReactNode;
}

/** A link to the next step, with a button's looks. */
export const LinkButton = ({ to, kind = 'strong', className, children }: LinkButtonProps) => (
  <Link to={to} className={classNames(styles.button, styles[kind], className)}>
    {children}
  </Link>
);

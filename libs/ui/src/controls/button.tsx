import type { ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names';

export interface ButtonProps {
  kind?: 'strong' | 'quiet' | 'plain';
  type?: 'button' | 'submit';
  /** Does nothing when pressed, but keeps its focus and stays readable. */
  inactive?: boolean;
  /** For screen readers, where the visible text says too little on its own. */
  label?: string;
  className?: string | undefined;
  onClick?: () => void;
  children: ReactNode;
}

export const Button = ({
  kind = 'strong',
  type = 'button',
  inactive = false,
  label,
  className,
  onClick,
  children,
}: ButtonProps) => (
  <button
    type={type}
    className={classNames(styles.button, styles[kind], className)}
    aria-disabled={inactive || undefined}
    aria-label={label}
    onClick={(event) => {
      if (!inactive) onClick?.();
      else event.preventDefault();
    }}
  >
    {children}
  </button>
);

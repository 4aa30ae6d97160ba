import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { classNames } from '../controls/class-names';
import { focusAtNavigation } from './focus-at-navigation';
import styles from './page-heading.module.css';

export interface PageHeadingProps {
  /** The document's title. */
  title: string;
  id?: string;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * The page's one h1. After a navigation it takes the focus, so that a screen reader says where one is;
 * not on the first page load, not from somebody who is typing by now, and not on the same page.
 */
export const PageHeading = ({ title, id, className, children }: PageHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    const isFirstPage = key === 'default';
    if (!isFirstPage && focusAtNavigation.isDue()) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [key]);

  return (
    <h1 ref={heading} id={id} tabIndex={-1} className={classNames(styles.heading, className)}>
      {children}
    </h1>
  );
};

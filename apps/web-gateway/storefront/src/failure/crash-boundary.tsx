import { Component, type ReactNode } from 'react';
import styles from './failure-page.module.css';
import { SnappedPencil } from './snapped-pencil';

interface CrashBoundaryProps {
  children: ReactNode;
}

/** The last resort when the page itself has a defect: says so instead of going blank. */
export class CrashBoundary extends Component<CrashBoundaryProps, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className={styles.page} role="alert">
        <SnappedPencil className={styles.drawing} />
        <h1>This page broke</h1>
        <p>
          The fault is in the page itself, not in anything you did. Your cart is kept by the shop.
        </p>
        <p>
          {/* A plain link: it loads everything afresh. */}
          <a href="/">Start again at the front page</a>
        </p>
      </main>
    );
  }
}

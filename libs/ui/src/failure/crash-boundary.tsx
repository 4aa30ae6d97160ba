import { Component, type ReactNode } from 'react';

interface CrashBoundaryProps {
  /** What is shown in place of a page that crashed. */
  fallback: ReactNode;
  children: ReactNode;
}

/** The last resort when the page itself has a defect: says so instead of going blank. */
export class CrashBoundary extends Component<CrashBoundaryProps, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? this.props.fallback : this.props.children;
  }
}

import { EmptyState } from '../parts/placeholder';

/** In place of pages that crashed. */
export const Broken = () => (
  <main className="page">
    <h1>The console has a defect here</h1>
    <EmptyState title="This page could not be shown.">
      Load it again; if that does not help, <a href="/">start from the overview</a>.
    </EmptyState>
  </main>
);

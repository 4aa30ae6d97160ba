import { Announcer, CrashBoundary } from '@faultline/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { queryClient } from './api/queries';
import { Broken } from './layout/broken';
import { Frame } from './layout/frame';
import { NotFound } from './layout/not-found';
import { OverviewPage } from './overview/page';

const ComponentPage = lazy(() => import('./component/page'));
const TracesPage = lazy(() => import('./traces/page'));
const TracePage = lazy(() => import('./trace/page'));
const ComparisonPage = lazy(() => import('./comparison/page'));
const LogsPage = lazy(() => import('./logs/page'));
const IncidentsPage = lazy(() => import('./incidents/page'));
const IncidentPage = lazy(() => import('./incidents/incident-page'));
const ExecutivePage = lazy(() => import('./executive/page'));
const FaultsPage = lazy(() => import('./faults/page'));

export const App = () => (
  <CrashBoundary fallback={<Broken />}>
    <QueryClientProvider client={queryClient}>
      {/* A transition would lose keys and letters while a page is busy, and show the old page without a mark. */}
      <BrowserRouter useTransitions={false}>
        <Announcer>
          <Routes>
            <Route element={<Frame />}>
              <Route index element={<OverviewPage />} />
              <Route path="/components/:component" element={<ComponentPage />} />
              <Route path="/traces" element={<TracesPage />} />
              <Route path="/traces/:traceId" element={<TracePage />} />
              <Route path="/traces/:one/with/:other" element={<ComparisonPage />} />
              <Route path="/logs" element={<LogsPage />} />
              <Route path="/incidents" element={<IncidentsPage />} />
              <Route path="/incidents/:id" element={<IncidentPage />} />
              <Route path="/executive" element={<ExecutivePage />} />
              <Route path="/faults" element={<FaultsPage />} />
              <Route path="*" element={<NotFound />} />
            </Route>
          </Routes>
        </Announcer>
      </BrowserRouter>
    </QueryClientProvider>
  </CrashBoundary>
);

import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react';
import { useLocation } from 'react-router';
import { api } from '../api/client';
import { messageOf } from '../api/failure';
import { useTheme } from '../layout/theme';
import { Panel } from '../parts/panel';
import { EmptyState, Loading } from '../parts/placeholder';
import { doesWantProfile } from './wants-profile';

const FlameGraph = lazy(() => import('./flame-graph'));

const seconds = 5;

/** A profile of the service's CPU on demand. */
export const Profile = ({ component }: { component: string }) => {
  const profile = useMutation({
    mutationFn: () => api.profile({ params: { component }, query: { seconds } }),
  });
  const element = useRef<HTMLDivElement>(null);
  const { state } = useLocation();
  const theme = useTheme();
  const begin = useEffectEvent(() => profile.mutate());
  useEffect(() => {
    if (!doesWantProfile(state)) return;
    begin();
    // What is above it loads later, and would move it out of sight.
    const observer = new ResizeObserver(() => element.current?.scrollIntoView({ block: 'start' }));
    observer.observe(document.body);
    const stop = () => observer.disconnect();
    for (const name of ['wheel', 'keydown', 'pointerdown'])
      window.addEventListener(name, stop, { once: true });
    return stop;
  }, [state]);
  return (
    <div ref={element}>
      <Panel
        title="CPU profile"
        aside={
          <button
            type="button"
            className="button"
            disabled={profile.isPending}
            onClick={() => profile.mutate()}
          >
            {profile.isPending ? `Profiling for ${seconds} s…` : `Profile for ${seconds} s`}
          </button>
        }
      >
        {profile.isError && <p role="alert">No profile: {messageOf(profile.error)}.</p>}
        {profile.data ? (
          <Suspense fallback={<Loading what="the flame graph" />}>
            <FlameGraph key={theme} frame={profile.data} />
          </Suspense>
        ) : (
          <EmptyState title="No profile yet">
            A profile shows which functions take the CPU’s time.
          </EmptyState>
        )}
      </Panel>
    </div>
  );
};

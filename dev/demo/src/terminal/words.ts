import type { LoadReading } from '../components/demo-config';
import type { ComponentStatus } from '../supervision/component';

/** `8.3 s` */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** `45 s`, `12 min 5 s`, `3 h 20 min` */
export const duration = (milliseconds: number): string => {
  const total = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(total / 60);
  if (minutes === 0) return `${total} s`;
  if (minutes < 60) return `${minutes} min ${total % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

export const stateInWords = ({ state, restarts, reason }: ComponentStatus): string => {
  if (state === 'restarting' && reason) return `restarting: ${reason}`;
  if (restarts === 0) return state;
  return `${state}, restarted ${restarts === 1 ? 'once' : `${restarts} times`}`;
};

export const loadInWords = ({ journeysPerSecond, failureRatio, latency }: LoadReading): string =>
  `${journeysPerSecond.toFixed(1)} journeys/s, ${(failureRatio * 100).toFixed(1)} % failed, p95 ${Math.round(latency.p95)} ms`;

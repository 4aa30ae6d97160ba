import type { released } from './shop';

type Released = (typeof released)[number];

/** A release with a fault in it, which only the new version has. */
export interface BadRelease {
  service: Released;
  title: string;
  /** Values of the fault, but for the version that it hits. */
  fault: string;
  switch: string;
  settings?: Readonly<Record<string, string>>;
}

const carrying = (service: Released, fault: string): BadRelease => ({
  service,
  title: `badRelease with ${fault}`,
  fault: 'badRelease',
  switch: 'true',
  settings: { fault },
});

const searches = (percent: number): BadRelease => ({
  service: 'product',
  title: `${percent} % of the searches fail`,
  fault: 'searchSql',
  switch: `${percent}%`,
});

const payments = (percent: number): BadRelease => ({
  service: 'payment',
  title: `${percent} % of the payments fail`,
  fault: 'payment',
  switch: `${percent}%`,
});

const latePayments = (percent: number, latency: string): BadRelease => ({
  service: 'payment',
  title: `${percent} % of the payments take ${latency}`,
  fault: 'slowPayment',
  switch: `${percent}%`,
  settings: { latency },
});

const calculations = (percent: number, cpuTime: string): BadRelease => ({
  service: 'product',
  title: `${percent} % of the product pages compute for ${cpuTime} and fail`,
  fault: 'productCalculation',
  switch: `${percent}%`,
  settings: { cpuTime },
});

const cpu = (cpuTime: string): BadRelease => ({
  service: 'product',
  title: `each request to product computes for ${cpuTime}`,
  fault: 'productCpu',
  switch: 'true',
  settings: { cpuTime },
});

/** The first ones are those of each day; all of them are tried on demand. */
export const badReleases: readonly BadRelease[] = [
  carrying('product', 'searchSql'),
  payments(100),
  carrying('product', 'productCalculation'),
  carrying('payment', 'slowPayment'),
  searches(75),
  payments(50),
  calculations(50, '1s'),
  carrying('payment', 'payment'),
  searches(50),
  latePayments(100, '3s'),
  carrying('product', 'productCpu'),
  payments(75),
  searches(35),
  calculations(100, '500ms'),
  payments(35),
  cpu('120ms'),
  latePayments(30, '8s'),
  searches(25),
  calculations(15, '1500ms'),
  cpu('250ms'),
];

/** The values that switch the fault on for a version. */
export const valuesOf = (release: BadRelease, version: string): string[] => [
  `faults.${release.fault}=${release.switch}`,
  ...Object.entries({ ...release.settings, version }).map(
    ([name, value]) => `faultSettings.${release.fault}.${name}=${value}`,
  ),
];

/** The values that take it back. */
export const without = ({ fault }: BadRelease): string[] => [
  `faults.${fault}=false`,
  `faultSettings.${fault}=null`,
];

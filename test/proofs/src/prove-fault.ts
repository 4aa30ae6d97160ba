import { setTimeout as delay } from 'node:timers/promises';
import type { Switches } from '@faultline/demo';
import { culpritOf, type FaultKey, faultOf, faultyComponents } from '@faultline/faults';
import { alertKey, findAlert } from '@faultline/slo';
import { type ServiceName, services } from '@faultline/topology';
import {
  type EvidenceSources,
  firingAlerts,
  forget,
  look,
  type SignalName,
  signals,
  unhealthyComponents,
} from './evidence-sources';

/** In milliseconds. */
const lookEvery = 250;
const alertsEvery = 1_000;
const cleanFor = 8_000;
const cleanWithin = 90_000;
/** Long, for what meets one product of many; what is seen earlier does not wait for it. */
const seenWithin = 180_000;
const onForAtLeast = 12_000;
const recoveredWithin = 60_000;
const quietFor = 5_000;
/** Some alerts look back for a minute, and an incident waits for its alerts to stay away. */
const resolvedWithin = 120_000;

/** When a piece of evidence was seen first, and how much of it there was in the end. */
export interface EvidenceSeen {
  seconds: number;
  size: number | undefined;
}

export interface Proof {
  key: FaultKey;
  /** Why it is not proven; none when it is. */
  failures: string[];
  evidence: Partial<Record<SignalName, EvidenceSeen>>;
  /** Seconds from the switch until each alert fired, of all kinds. */
  alerts: Record<string, number>;
  /** Whom the console suspects of its incident, the most likely first. */
  suspects: string[];
  /** Seconds from the switch until the console shows a red component, whichever and by whatever rule; undefined if none. */
  redSeconds: number | undefined;
  /** From the switch until the first sign of recovery that lasts. */
  recoverySeconds: number | undefined;
  /** Since when nothing of it is seen any more, in ms since 1970. */
  quietSince: number | undefined;
}

/** The place of the culprit among the suspects, from 1; undefined if it is none of them. */
export const placeOf = ({
  key,
  suspects,
}: {
  key: FaultKey;
  suspects: readonly string[];
}): number | undefined => {
  const index = suspects.indexOf(culpritOf(key));
  return index < 0 ? undefined : index + 1;
};

/** A shop under load that can be broken and watched, wherever it runs. */
export interface Scene {
  switches: Pick<Switches, 'off'> & { on(key: FaultKey, settings: object): Promise<unknown> };
  restart(service: ServiceName): Promise<void>;
  sources: EvidenceSources;
}

const names = (found: ReturnType<typeof look>, seen: boolean): SignalName[] =>
  Object.entries(found).flatMap(([name, sighting]) =>
    sighting.seen === seen && isSignal(name) ? [name] : [],
  );

const isSignal = (name: string): name is SignalName => signals.some((signal) => signal === name);

/** Waits until `test` is true; false when the time is up. */
const until = async (test: () => boolean, milliseconds: number): Promise<boolean> => {
  const deadline = Date.now() + milliseconds;
  while (!test()) {
    if (Date.now() > deadline) return false;
    await delay(lookEvery);
  }
  return true;
};

/** The services that a fault leaves alone, and their stores. */
const componentsOf = (unaffected: readonly ServiceName[]): Set<string> =>
  new Set(unaffected.flatMap((service) => [service, ...services[service].stores]));

/**
 * Switches a fault on and off in a shop under load, and looks for all that its catalogue entry says. The shop has
 * to be clean before, for which the time counts since the fault before is quiet. Forgets in the end what it has seen.
 */
export const proveFault = async (
  key: FaultKey,
  scene: Scene,
  quietSince = Date.now(),
): Promise<Proof> => {
  const proof = await prove(key, scene, quietSince);
  forget(scene.sources, proof.quietSince ?? Date.now());
  return proof;
};

const prove = async (key: FaultKey, scene: Scene, quietSince: number): Promise<Proof> => {
  const { switches, sources } = scene;
  const fault = faultOf(key);
  const proof: Proof = {
    key,
    failures: [],
    evidence: {},
    alerts: {},
    suspects: [],
    redSeconds: undefined,
    recoverySeconds: undefined,
    quietSince: undefined,
  };

  let cleanSince = quietSince;
  const clean = await until(() => {
    const found = names(look(sources, fault, cleanSince), true);
    if (found.length > 0 || unhealthyComponents(sources, cleanSince).size > 0)
      cleanSince = Date.now();
    return Date.now() - cleanSince >= cleanFor && !sources.incidents?.isOneOpen();
  }, cleanWithin);
  if (!clean) {
    const found = names(look(sources, fault, Date.now() - cleanFor), true);
    const unhealthy = [...unhealthyComponents(sources, Date.now() - cleanFor)].join(', ');
    const incident = sources.incidents?.isOneOpen() ? 'an open incident' : '';
    proof.failures.push(
      `the shop was not clean before: ${[...found, unhealthy, incident].filter(Boolean).join(', ')}`,
    );
    return proof;
  }

  const since = Date.now();
  await switches.on(key, {});
  const { alert: declared } = fault.evidence;
  const spared = componentsOf(fault.unaffected);
  const hurt = new Map<string, string>();
  let alertsAt = 0;
  const complete = await until(() => {
    const found = look(sources, fault, since);
    for (const [name, { seen, size }] of Object.entries(found)) {
      if (!isSignal(name) || !seen) continue;
      proof.evidence[name] ??= { seconds: (Date.now() - since) / 1000, size };
      proof.evidence[name].size = size;
    }
    if (Date.now() - alertsAt >= alertsEvery) {
      alertsAt = Date.now();
      for (const alert of firingAlerts(sources, since))
        proof.alerts[alert] ??= (alertsAt - since) / 1000;
    }
    // Its own may fire between two looks at all of them.
    if (declared !== 'none' && proof.evidence.alert)
      proof.alerts[alertKey(declared)] ??= proof.evidence.alert.seconds;
    for (const [component, reason] of unhealthyComponents(sources, since))
      if (spared.has(component)) hurt.set(component, reason);
    const all = Object.keys(found).every((name) => isSignal(name) && proof.evidence[name]);
    return all && Date.now() - since >= onForAtLeast;
  }, seenWithin);
  if (!complete) {
    const missing = names(look(sources, fault, since), false).filter(
      (name) => !proof.evidence[name],
    );
    proof.failures.push(`not seen within ${seenWithin / 1000} s: ${missing.join(', ')}`);
  }
  const red = sources.map?.turnedRed(since);
  if (red !== undefined) proof.redSeconds = (red - since) / 1000;
  for (const [component, reason] of hurt)
    proof.failures.push(`${component} should be left alone: ${reason}`);

  const alert = declared === 'none' ? undefined : findAlert(declared);
  const incident = alert && sources.incidents?.of(alert, since);
  if (incident) {
    proof.suspects = (await sources.incidents?.suspects(incident)) ?? [];
    const faulty = faultyComponents(key);
    if (!proof.suspects.some((each) => faulty.includes(each)))
      proof.failures.push(`its incident is blamed on ${proof.suspects.join(', ') || 'nobody'}`);
  }

  await switches.off([key]);
  const off = Date.now();
  // The memory that leaked comes back with a restart, as the remedy says.
  if (fault.leavesBehind) await scene.restart(fault.service);
  const stillSeen = (from: number) =>
    names(look(sources, fault, from), true).filter((name) => name !== 'incident');
  const recovered = await until(() => {
    const from = Math.max(off, Date.now() - quietFor);
    return Date.now() - off >= quietFor && stillSeen(from).length === 0;
  }, recoveredWithin);
  if (recovered) {
    proof.quietSince = Date.now() - quietFor;
    proof.recoverySeconds = (proof.quietSince - off) / 1000;
  } else {
    const left = stillSeen(Date.now() - quietFor);
    proof.failures.push(`still seen ${recoveredWithin / 1000} s after its end: ${left.join(', ')}`);
  }
  if (!(await until(() => !sources.incidents?.isOneOpen(), resolvedWithin)))
    proof.failures.push(`its incident is still open ${resolvedWithin / 1000} s after its end`);
  return proof;
};

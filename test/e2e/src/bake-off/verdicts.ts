import { type FaultKey, faultyComponents } from '@faultline/faults';
import { type DetectorName, detectorNames, type Finding } from './detectors';

/** The first time that a detector blamed a component. */
export interface Blame {
  component: string;
  /** Since the switch. */
  seconds: number;
}

/** What a detector said of a fault: none blamed if it saw nothing. */
export interface Verdict {
  detector: DetectorName;
  /** In the order of time. */
  blamed: readonly Blame[];
  /** When the component with the fault was blamed, and how many were blamed before it. */
  located: { seconds: number; before: number } | undefined;
}

/** What was said, when. */
export interface Observed {
  /** Since the switch. */
  seconds: number;
  findings: readonly Finding[];
}

/** What each detector said of a fault, without what it said before the switch already. */
export const verdictsOn = (
  key: FaultKey,
  before: readonly Finding[],
  observed: readonly Observed[],
): Verdict[] => {
  const known = new Set(before.map(({ detector, name }) => `${detector} ${name}`));
  const faulty = new Set(faultyComponents(key));
  return detectorNames.map((detector) => {
    const blamed = new Map<string, Blame>();
    for (const { seconds, findings } of observed)
      for (const { detector: by, name, component } of findings)
        if (by === detector && !known.has(`${by} ${name}`) && !blamed.has(component))
          blamed.set(component, { component, seconds });
    const order = [...blamed.values()];
    const found = order.find(({ component }) => faulty.has(component));
    return {
      detector,
      blamed: order,
      located: found && {
        seconds: found.seconds,
        before: order.filter(({ seconds }) => seconds < found.seconds).length,
      },
    };
  });
};

import type { Suspect } from '@faultline/contracts/console';
import { alertKindOf, alertNames } from '@faultline/slo';
import { dependsOn, isService, ownerOf } from '@faultline/topology';
import { percent } from '../health/words';
import type { Evidence } from './evidence';
import { linkTo } from './links';

/** A reason to suspect a component. */
interface Reason {
  points: number;
  words: string;
  /** Whether what the component needs cannot be the reason instead. */
  own: boolean;
}

const maxSuspects = 3;
/** Fewer failed traces than this are no pattern. */
const fewTraces = 3;
/** How much a reason counts that something deeper explains. */
const explained = 0.2;
/** Of the points of the first suspect, others have this share at least, and more than being the first is worth. */
const minShare = 0.15;
const minPoints = 0.6;
/** A restart or a release counts as a cause if the incident began so soon after it, in milliseconds. */
const soon = 3 * 60_000;

const findKind = (name: string) => {
  const known = alertNames.find((each) => each === name);
  return known && alertKindOf(known);
};

/** The alerts of the incident, about the component whose doing they tell. */
const alertsOf = ({ incident: { alerts } }: Evidence) =>
  alerts.map(({ name, component, summary, since }) => {
    const kind = findKind(name);
    const user = kind?.cause === 'user' ? ownerOf(component) : undefined;
    return {
      component: user ?? component,
      words: `“${kind?.title ?? summary}”`,
      since,
      own: kind !== undefined && kind.cause !== 'below',
    };
  });

/** How much the sampled traces blame a component: those that failed, and the time of those that were slow. */
const blameOf = ({ failed, slow }: Evidence, component: string): number => {
  const count = failed.byComponent.get(component)?.count ?? 0;
  const ofFailed = failed.looked >= fewTraces ? (failed.novelty * count) / failed.looked : 0;
  const isSlow = slow !== undefined && slow.share >= 0.02;
  return ofFailed + (isSlow ? (slow.byComponent.get(component) ?? 0) : 0);
};

/**
 * Whether what the service that uses a component measures of it tells more of the service: while that is busy with
 * itself, its calls seem slow and fail.
 */
const isMeasuredBadly = (evidence: Evidence, component: string): boolean => {
  const user = ownerOf(component);
  if (user === undefined || user === component) return false;
  return blameOf(evidence, user) > blameOf(evidence, component) + 0.4;
};

const alertReasons = (evidence: Evidence, component: string): Reason[] => {
  const its = alertsOf(evidence).filter((alert) => alert.component === component);
  const isBadly = isMeasuredBadly(evidence, component);
  const reasonsOf = (own: boolean, first: number, further: number): Reason[] =>
    its
      .filter((alert) => (alert.own && !isBadly) === own)
      .map(({ words }, index) => ({ points: index === 0 ? first : further, words, own }));
  return [...reasonsOf(true, 3, 0.5), ...reasonsOf(false, 0.8, 0.1)];
};

const failedReasons = ({ failed }: Evidence, component: string): Reason[] => {
  const { looked, byComponent, novelty } = failed;
  const count = byComponent.get(component)?.count ?? 0;
  if (count === 0) return [];
  const share = count / looked;
  return [
    {
      points: 3 * share * novelty * Math.min(1, looked / fewTraces),
      words: `${count} of ${looked} failed traces end ${isService(component) ? 'in' : 'at'} it`,
      own: share >= 0.3,
    },
  ];
};

const slowReasons = ({ slow }: Evidence, component: string): Reason[] => {
  const share = slow?.byComponent.get(component) ?? 0;
  if (!slow || share < 0.2) return [];
  return [
    {
      points: 2.5 * share * Math.min(1, slow.share * 10),
      words: `${percent(share)} of the time of slow requests goes there`,
      own: share >= 0.4 && slow.share >= 0.02,
    },
  ];
};

const stateReasons = ({ states }: Evidence, component: string): Reason[] => {
  const worst = states.get(component);
  if (!worst) return [];
  const [reason] = worst.reasons;
  // An alert counts as itself.
  if (!reason || reason.rule === 'alert') return [];
  if (reason.rule === 'offline') return [{ points: 3, words: reason.words, own: true }];
  return [{ points: worst.red === undefined ? 0.3 : 1, words: reason.words, own: false }];
};

const changeReasons = ({ changes, incident }: Evidence, component: string): Reason[] =>
  changes
    .filter(
      ({ service, at, kind }) =>
        service === component && kind !== 'scale' && incident.since - at <= soon,
    )
    .slice(-1)
    .map(({ kind, after }) =>
      kind === 'release'
        ? { points: 1.5, words: `it became version ${after} shortly before`, own: false }
        : { points: 0.3, words: 'it restarted shortly before', own: false },
    );

/** When each component showed something first: that it is red, an alert, or errors that it had not before. */
export const firstEffects = (evidence: Evidence): Map<string, number> => {
  const firsts = new Map<string, number>();
  const note = (component: string, at: number) =>
    firsts.set(component, Math.min(at, firsts.get(component) ?? at));
  for (const [component, { red }] of evidence.states) if (red !== undefined) note(component, red);
  for (const { component, since } of evidence.incident.alerts) note(component, since);
  if (evidence.first) note(evidence.first.component, evidence.first.span.start);
  for (const { component, before, count, first } of evidence.errors)
    if (before === 0 && count > 1) note(component, first);
  return new Map(
    [...firsts].filter(
      ([component, at]) =>
        evidence.components.includes(component) && at >= evidence.period.during.from,
    ),
  );
};

const firstReasons = (firsts: ReadonlyMap<string, number>, component: string): Reason[] => {
  const first = Math.min(...firsts.values());
  return firsts.get(component) === first
    ? [{ points: 0.5, words: 'it was the first to show something', own: false }]
    : [];
};

/** The components that most probably caused an incident, by general evidence: the most likely first. */
export const suspectsOf = (evidence: Evidence): Suspect[] => {
  const { components, period } = evidence;
  const firsts = firstEffects(evidence);
  const all = components.map((component) => ({
    component,
    reasons: [
      ...failedReasons(evidence, component),
      ...slowReasons(evidence, component),
      ...alertReasons(evidence, component),
      ...stateReasons(evidence, component),
      ...changeReasons(evidence, component),
      ...firstReasons(firsts, component),
    ],
  }));
  const guilty = all.filter(({ reasons }) => reasons.some(({ own }) => own));
  const ranked = all
    .map(({ component, reasons }) => {
      const below = guilty.filter((other) => dependsOn(component, other.component));
      const weighed = reasons.map((reason) =>
        reason.own || below.length === 0
          ? reason
          : { ...reason, points: reason.points * explained },
      );
      return {
        component,
        points: weighed.reduce((sum, { points }) => sum + points, 0),
        reasons: weighed.sort((a, b) => b.points - a.points),
      };
    })
    .sort((a, b) => b.points - a.points);
  const [top] = ranked;
  if (!top || !pointsSomewhere(evidence, guilty.length)) return [];
  return ranked
    .filter(({ points }) => points >= Math.max(minPoints, minShare * top.points))
    .slice(0, maxSuspects)
    .map(({ component, reasons }) => ({
      component,
      words: reasons
        .slice(0, 2)
        .map(({ words }) => words)
        .join('; '),
      link: linkTo.component(component, period.during),
    }));
};

/** An alert alone that something else may be the reason of points nowhere. */
const pointsSomewhere = ({ states, components, failed }: Evidence, guilty: number): boolean =>
  guilty > 0 ||
  failed.byComponent.size > 0 ||
  components.some((name) => states.get(name)?.reasons.some(({ rule }) => rule !== 'alert'));

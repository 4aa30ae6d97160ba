import { FlagdCore } from '@openfeature/flagd-core';
import { type FaultKey, faultOf, isFaultKey } from './fault-keys';
import { namedBy } from './settings';
import { type Settings, type SwitchedFault, switchOn } from './switched';

/** Properties of a request to which a fault can be limited. */
interface Circumstances {
  version: string;
  requestId?: string | undefined;
  session?: string | undefined;
  product?: string | undefined;
}

/** Decides which faults apply to a request. */
interface Evaluator {
  load(on: readonly SwitchedFault[]): void;
  /** Whether a fault is on for any requests. */
  isOn(key: FaultKey): boolean;
  /** The entries of a fault that is on, itself or as the fault of a release. */
  entriesOf(key: FaultKey): readonly SwitchedFault[];
  /** The settings of a fault if it applies to the request, else undefined. */
  settingsOf(key: FaultKey, circumstances: Circumstances): Settings | undefined;
}

interface Entry {
  flag: string;
  fault: SwitchedFault;
}

/** Discards flagd's log, which would name the faults in the service's log. */
const nothing = (): void => undefined;
const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing };

/** Evaluates with flagd's own rules, in this process. */
export const createEvaluator = (): Evaluator => {
  const core = new FlagdCore(undefined, silent);
  let entries = new Map<FaultKey, Entry[]>();

  const applies = (flag: string, circumstances: Circumstances): boolean => {
    const { requestId = '', version, session, product } = circumstances;
    const context = {
      targetingKey: requestId,
      version,
      ...(session !== undefined && { session }),
      ...(product !== undefined && { product }),
    };
    return core.resolveBooleanEvaluation(flag, false, context).value;
  };

  return {
    load: (on) => {
      const all = on.map(broughtBy).map((fault, index) => ({ flag: String(index), fault }));
      core.setConfigurations(flagDocument(all));
      entries = Map.groupBy(all, ({ fault }) => fault.key);
    },
    isOn: (key) => entries.has(key),
    entriesOf: (key) => (entries.get(key) ?? []).map(({ fault }) => fault),
    settingsOf: (key, circumstances) =>
      entries.get(key)?.find(({ flag }) => applies(flag, circumstances))?.fault.settings,
  };
};

/** The effective fault: for a release, the fault that it names, with that fault's defaults. */
const broughtBy = (fault: SwitchedFault): SwitchedFault => {
  const named = releasedBy(fault);
  if (named === undefined) return fault;
  const { settings } = switchOn(named, {});
  return { ...fault, key: named, settings };
};

/** The fault that a release names; undefined for other faults. */
export const releasedBy = ({ key, settings }: SwitchedFault): FaultKey | undefined => {
  const { scope, settings: own } = faultOf(key);
  if (scope !== 'release') return undefined;
  const names = Object.entries(own.properties).flatMap(([name, schema]) =>
    namedBy(schema) === 'fault' ? [String(settings[name])] : [],
  );
  return names.find(isFaultKey);
};

/** The flagd document of these faults. */
const flagDocument = (entries: readonly Entry[]): string => {
  const flags = entries.map(({ flag, fault }) => [
    flag,
    {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'off',
      targeting: targetingOf(fault),
    },
  ]);
  return JSON.stringify({ flags: Object.fromEntries(flags) });
};

type Rule = Readonly<Record<string, unknown>>;

/** When a fault that is on applies, in flagd's targeting rules. */
const targetingOf = ({ key, settings, version, session, until }: SwitchedFault): Rule => {
  const equal = (name: string, value: unknown): Rule => ({ '==': [{ var: name }, value] });
  const conditions: Rule[] = [
    ...(until === undefined ? [] : [{ '<': [{ var: '$flagd.timestamp' }, until] }]),
    ...(version === undefined ? [] : [equal('version', version)]),
    ...(session === undefined ? [] : [equal('session', session)]),
    ...Object.entries(faultOf(key).settings.properties).flatMap(([name, schema]) =>
      namedBy(schema) === 'product' ? [equal('product', settings[name])] : [],
    ),
  ];
  const condition = conditions.length === 0 ? true : { and: conditions };
  return { if: [condition, shareOf(key, settings.rate), 'off'] };
};

/** The flagd rule for a share of the requests; a given request is always or never affected. */
const shareOf = (key: FaultKey, rate: unknown): Rule | 'on' => {
  if (typeof rate !== 'number' || rate >= 100) return 'on';
  // flagd's weights are whole numbers.
  const weight = Math.round(rate * 10);
  return {
    fractional: [{ cat: [key, { var: 'targetingKey' }] }, ['on', weight], ['off', 1000 - weight]],
  };
};

import { noTimeout } from './value-rules';
import { openTelemetryVariables } from './variables';

/** A variable that was ignored, and why. Values are never told: they may be secrets. */
export interface IgnoredVariable {
  variable: string;
  reason: string;
}

const known = new Map(openTelemetryVariables.map((each) => [each.name, each]));

/** Read by libraries that are in use here, though not in the specification. */
const ofLibraries = new Set(['OTEL_FASTIFY_IGNORE_PATHS']);

const complaint = (name: string, value: string): string | undefined => {
  if (ofLibraries.has(name)) return undefined;
  const variable = known.get(name);
  if (!variable) return 'is not a variable of OpenTelemetry that is known here';
  if (!variable.rule) return `is not supported: ${variable.note}`;
  return variable.rule(value.trim());
};

/**
 * Takes out of an environment what the SDK cannot use, so that it goes by its defaults there, as the
 * specification asks for. Empty is unset; anything else that is taken out is told.
 */
export const prepareEnvironment = (environment: NodeJS.ProcessEnv): IgnoredVariable[] =>
  Object.entries(environment).flatMap(([name, value = '']) => {
    if (!name.startsWith('OTEL_')) return [];
    const reason = value.trim() === '' ? '' : complaint(name, value);
    if (reason === undefined) {
      const noLimit = known.get(name)?.timeout && Number(value) === 0;
      environment[name] = noLimit ? noTimeout : value.trim();
      return [];
    }
    delete environment[name];
    return reason === '' ? [] : [{ variable: name, reason }];
  });

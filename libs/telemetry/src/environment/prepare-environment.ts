import { noTimeout } from './value-rules';
import { openTelemetryVariables } from './variables';

/** A variable that was ignored, and the reason, without the value, which may be a secret. */
export interface IgnoredVariable {
  variable: string;
  reason: string;
}

const known = new Map(openTelemetryVariables.map((each) => [each.name, each]));

/** Variables of libraries that we use, which are not in the specification. */
const ofLibraries = new Set(['OTEL_FASTIFY_IGNORE_PATHS']);

const complaint = (name: string, value: string): string | undefined => {
  if (ofLibraries.has(name)) return undefined;
  const variable = known.get(name);
  if (!variable) return 'is not a variable of OpenTelemetry that is known here';
  if (!variable.rule) return `is not supported: ${variable.note}`;
  return variable.rule(value.trim());
};

/**
 * Removes variables from an environment that the SDK cannot use, so that their defaults apply, as the
 * specification requires. Returns them, except empty ones, which count as unset.
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

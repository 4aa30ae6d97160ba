import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];
export const severityNames: readonly Severity[] = severities;

const Advisory = Type.Object({
  title: Type.String(),
  url: Type.String(),
  severity: Type.Enum(severities),
  range: Type.String(),
});

/** What `npm audit --json` prints; `via` names either advisories, or packages that have some. */
const Report = Type.Object({
  vulnerabilities: Type.Record(
    Type.String(),
    Type.Object({ via: Type.Array(Type.Union([Type.String(), Advisory])) }),
  ),
});

/** An advisory against a package of the lockfile. */
export interface Finding extends Static<typeof Advisory> {
  package: string;
  /** Such as `GHSA-xxxx-xxxx-xxxx`. */
  id: string;
}

/** The advisories of a report, each once per package. Throws if it is none. */
export const findingsOf = (printed: string): readonly Finding[] => {
  const { vulnerabilities } = Parse(Report, JSON.parse(printed));
  return Object.entries(vulnerabilities).flatMap(([name, { via }]) =>
    via.flatMap((cause) =>
      typeof cause === 'string'
        ? []
        : [{ ...cause, package: name, id: cause.url.slice(cause.url.lastIndexOf('/') + 1) }],
    ),
  );
};

export const isAtLeast = (severity: Severity, level: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(level);

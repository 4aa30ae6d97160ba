import type { Exception } from './exceptions';
import { type Finding, isAtLeast, type Severity } from './report';

/** What keeps a change from being delivered, in lines; empty if nothing does. `today` is a date such as 2026-11-21. */
export const judge = (
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  level: Severity,
  today: string,
): readonly string[] => {
  const excuses = ({ advisory, package: name }: Exception, finding: Finding): boolean =>
    advisory === finding.id && name === finding.package;
  const open = findings.filter(
    (finding) =>
      isAtLeast(finding.severity, level) &&
      !exceptions.some((exception) => exception.until >= today && excuses(exception, finding)),
  );
  return [
    ...open.map(
      ({ package: name, severity, title, range, url }) =>
        `${name} ${range}: ${severity}: ${title} (${url})`,
    ),
    ...exceptions.flatMap((exception) => {
      const { advisory, package: name, until } = exception;
      if (!findings.some((finding) => excuses(exception, finding)))
        return [`the exception ${advisory} for ${name} is needed no more: remove it`];
      return until < today ? [`the exception ${advisory} for ${name} ended on ${until}`] : [];
    }),
  ];
};

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { exitCodeOf, oneOf, program } from '@faultline/command-line';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { readExceptions } from './exceptions';
import { judge } from './judge';
import { findingsOf, severityNames } from './report';

// `npm run audit`: the advisories against the packages of the lockfile. Exit codes: 0 none, 1 some, or the registry cannot
// be asked, 2 what was typed is wrong.

/** The registry says nothing of advisories; the message is what npm says. */
class AuditError extends Error {
  override readonly name = 'AuditError';
}

const workspace = resolve(__dirname, '../../..');

const Failure = Type.Object({ message: Type.String() });

/** What npm says when it has no report. */
const reasonIn = (printed: string): string | undefined => {
  try {
    return Parse(Failure, JSON.parse(printed)).message;
  } catch {
    // It printed no JSON: then its errors say why.
    return undefined;
  }
};

const audit = (): string => {
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 64e6,
    // npm also exits with 1 if there are advisories.
    env: { ...process.env, npm_config_audit: 'true' },
  });
  if (stdout.includes('"auditReportVersion"')) return stdout;
  throw new AuditError(
    `The registry cannot be asked for advisories: ${reasonIn(stdout) ?? stderr.trim()}`,
  );
};

const main = async (): Promise<number> => {
  const { level, exceptions } = program(
    'npm run audit --',
    'Fails on advisories against packages of the lockfile.',
  )
    .option(
      '--level <severity>',
      `from which on, of ${severityNames.join(', ')}`,
      oneOf('severity', severityNames),
      'high',
    )
    .option(
      '--exceptions <file>',
      'what is accepted, until when and why',
      resolve(workspace, 'tools/audit-exceptions.json'),
    )
    .parse()
    .opts();
  const accepted = readExceptions(exceptions);
  const findings = findingsOf(audit());
  const lines = judge(findings, accepted, level, new Date().toISOString().slice(0, 10));
  for (const line of lines) console.error(line);
  console.log(
    `${findings.length} advisories, ${accepted.length} exceptions, ${lines.length} to act on`,
  );
  return lines.length > 0 ? 1 : 0;
};

void exitCodeOf(main, [AuditError]).then((code) => process.exit(code));

import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { commandLine } from '@faultline/stores';

const run = promisify(execFile);

/** The process that listens on a port, such as `node, pid 123`, if `ss` or `lsof` can tell. */
export const portHolder = async (port: number): Promise<string | undefined> => {
  const pid = (await bySs(port)) ?? (await byLsof(port));
  if (pid === undefined) return undefined;
  const [program = ''] = (await commandLine(pid))?.split(' ') ?? [];
  return [basename(program), `pid ${pid}`].filter(Boolean).join(', ');
};

const bySs = async (port: number): Promise<number | undefined> => {
  const listed = await output('ss', ['-Hltnp', `sport = :${port}`]);
  return number(/\bpid=(\d+)/.exec(listed)?.[1]);
};

const byLsof = async (port: number): Promise<number | undefined> => {
  const listed = await output('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp']);
  return number(/^p(\d+)$/m.exec(listed)?.[1]);
};

const number = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

/** Empty if the program is missing or finds nothing. */
const output = (program: string, arguments_: string[]): Promise<string> =>
  run(program, arguments_).then(
    ({ stdout }) => stdout,
    () => '',
  );

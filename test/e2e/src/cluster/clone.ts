import { appendFile, mkdir, readdir, realpath, symlink, utimes } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { run } from '@faultline/deploy';

const workspace = resolve(__dirname, '../../../..');

/** A package has its own link, so that the sources of the clone are what runs. */
const linkModules = async (clone: string): Promise<void> => {
  const [from, to] = [join(workspace, 'node_modules'), join(clone, 'node_modules')];
  await mkdir(join(to, '@faultline'), { recursive: true });
  for (const name of await readdir(from))
    if (name !== '@faultline') await symlink(join(from, name), join(to, name));
  for (const name of await readdir(join(from, '@faultline'))) {
    const folder = relative(workspace, await realpath(join(from, '@faultline', name)));
    await symlink(join(clone, folder), join(to, '@faultline', name));
    const nested = join(workspace, folder, 'node_modules');
    const has = await readdir(nested).catch(() => undefined);
    if (has) await symlink(nested, join(clone, folder, 'node_modules'));
  }
};

/** A clone of the last commit of this workspace as the branch main, with a remote of its own, to which it may push. */
export const cloneWorkspace = async (directory: string): Promise<string> => {
  const [remote, clone] = [join(directory, 'remote.git'), join(directory, 'clone')];
  await run('git', ['clone', '--quiet', '--bare', workspace, remote]);
  await run('git', ['clone', '--quiet', remote, clone]);
  const git = (...words: readonly string[]) => run('git', ['-C', clone, ...words]);
  await git('config', 'user.name', 'Test');
  await git('config', 'user.email', 'test@localhost');
  await git('config', 'push.default', 'current');
  await git('switch', '--quiet', '--force-create', 'main');
  await git('push', '--quiet', '--force', '--set-upstream', 'origin', 'main');
  await appendFile(join(clone, '.git/info/exclude'), 'node_modules\n');
  await linkModules(clone);
  // The lockfile is no newer than what is installed.
  await utimes(join(clone, 'package-lock.json'), 0, 0);
  return clone;
};

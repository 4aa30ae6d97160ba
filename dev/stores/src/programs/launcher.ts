import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a script into a directory of unpacked packages that becomes one of their programs, with the
 * libraries and fonts that were unpacked beside it. The directory may be moved as a whole.
 */
export const writeLauncher = async (directory: string, program: string): Promise<string> => {
  const files = await readdir(directory, { recursive: true });
  const libraries = new Set(
    files.filter((file) => /^(usr\/)?lib\/.*\.so(\.|$)/.test(file)).map((file) => dirname(file)),
  );
  const libraryPath = [...libraries].sort().map((path) => `$here/${path}`);
  // A machine that has settings for fonts uses its own.
  const withFonts = files.includes('etc/fonts/fonts.conf');
  if (withFonts) await writeFile(join(directory, 'fonts.conf'), fontSettings);
  const launcher = join(directory, 'launch');
  const script = [
    '#!/bin/sh',
    'here=$(cd "$(dirname "$0")" && pwd)',
    ...(libraryPath.length === 0
      ? []
      : [
          `LD_LIBRARY_PATH="${libraryPath.join(':')}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`,
          'export LD_LIBRARY_PATH',
        ]),
    ...(withFonts ? ['FONTCONFIG_FILE="$here/fonts.conf"', 'export FONTCONFIG_FILE'] : []),
    `exec "$here/${program}" "$@"`,
  ];
  await writeFile(launcher, `${script.join('\n')}\n`, { mode: 0o755 });
  return launcher;
};

/** The packaged settings name the fonts of the machine. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

import type { StoreSpec } from '@faultline/topology';

/** A message of a store, which may have several lines. */
export interface StoreLine {
  level: 'info' | 'warn' | 'error';
  message: string;
}

type Level = StoreLine['level'];
type Grammar = (line: string) => StoreLine | undefined;

/** `2026-11-21 15:00:00.123 UTC [123] user@database ERROR:  the message`, as the settings have it. */
const postgresPattern = /^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] (?:\S*@\S* )?([A-Z]+\d?): {1,2}(.*)$/;
const postgresLevels: Readonly<Record<string, Level>> = {
  PANIC: 'error',
  FATAL: 'error',
  ERROR: 'error',
  WARNING: 'warn',
};

/** `123:M 21 Nov 2026 15:00:00.123 * the message`; the sign is the level. */
const redisPattern = /^\d+:[XCSM] \d+ \w+ \d{4} [\d:.]+ ([.\-*#]) (.*)$/;

const grammars: Readonly<Record<StoreSpec['engine'], Grammar>> = {
  postgresql: (line) => {
    const [, level = '', message = ''] = postgresPattern.exec(line) ?? [];
    if (!level) return undefined;
    return { level: postgresLevels[level] ?? 'info', message: `${level}: ${message}` };
  },
  redis: (line) => {
    const [, sign, message = ''] = redisPattern.exec(line) ?? [];
    if (sign === undefined) return undefined;
    return { level: sign === '#' ? 'warn' : 'info', message };
  },
};

/**
 * Parses a store's log in chunks. A line without a header belongs to the message before;
 * both servers write a message in one piece.
 */
export const storeLines = (
  engine: StoreSpec['engine'],
  take: (line: StoreLine) => void,
): ((chunk: Buffer) => void) => {
  const read = grammars[engine];
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    let open: StoreLine | undefined;
    for (const line of lines) {
      const next = read(line);
      if (next) {
        if (open) take(open);
        open = next;
      } else if (open && line.trim()) open.message += `\n${line.trim()}`;
    }
    if (open) take(open);
  };
};

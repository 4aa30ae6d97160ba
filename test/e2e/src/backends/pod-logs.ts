import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** containerd cuts lines that are longer than 16 KiB; here they are cut sooner. */
const longest = 80;

const parts = (line: string): string[] =>
  line.length <= longest ? [line] : [line.slice(0, longest), ...parts(line.slice(longest))];

/**
 * Writes the output of a container as containerd does: a file per container in the directory of its pod, each line
 * behind its time, its stream, and P if more of it follows.
 */
export const podLog = (directory: string, pod: string, container: string) => {
  const file = join(
    directory,
    `shop_${pod}_0b6a5c1e-4f0d-4c57-9f0a-2f1d6e7a8b9c`,
    container,
    '0.log',
  );
  mkdirSync(dirname(file), { recursive: true });
  let rest = '';
  return (chunk: Buffer): void => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    const time = new Date().toISOString().replace('Z', '000000Z');
    for (const line of lines) {
      const pieces = parts(line);
      for (const [index, piece] of pieces.entries())
        appendFileSync(file, `${time} stderr ${index < pieces.length - 1 ? 'P' : 'F'} ${piece}\n`);
    }
  };
};

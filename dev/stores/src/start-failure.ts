import { StoreError } from './store-error';

const telling = /error|fatal|panic|could not|cannot|can't|failed/i;

/** Why a server or its tool ended, made of what it wrote. `title` starts the sentence. */
export const failureFrom = (
  output: string,
  title: string,
  what: string,
  details: { port?: number } = {},
): StoreError => {
  if (/no space left on device/i.test(output)) {
    return new StoreError('DISK_FULL', `${title} cannot write: the disk is full`, details);
  }
  const lines = output.split('\n').map((line) => line.trim());
  const reasons = lines.filter((line) => telling.test(line));
  const words = (reasons.length > 0 ? reasons : lines.filter(Boolean)).slice(-3).join(' | ');
  return new StoreError('START_FAILED', `${title} ${what}: ${words}`, details);
};

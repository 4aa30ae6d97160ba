import { bundlePath, postMortemPath } from '@faultline/contracts/console/download-paths';
import { targetOf } from '@faultline/contracts/target';
import { Failure, failureOf } from './failure';
import { accessToken } from './token';

/** The address of a bundle of a range. */
export const bundleAddress = (range: { from: number; to: number }): string =>
  targetOf(bundlePath, { query: { from: Math.floor(range.from), to: Math.ceil(range.to) } });

/** The address of an incident's post-mortem, alone or in a zip file with the telemetry of its time. */
export const postMortemAddress = (id: number, withBundle = false): string =>
  targetOf(postMortemPath, { params: { id }, query: { with: withBundle ? 'bundle' : undefined } });

const isRange = (value: unknown): value is { from: number; to: number } =>
  typeof value === 'object' &&
  value !== null &&
  'from' in value &&
  'to' in value &&
  typeof value.from === 'number' &&
  typeof value.to === 'number';

/** Opens a bundle in the console. Resolves with its range; rejects with a Failure. */
export const openBundle = async (file: File): Promise<{ from: number; to: number }> => {
  const token = accessToken.read();
  const response = await fetch(bundlePath, {
    method: 'POST',
    headers: {
      'content-type': 'application/gzip',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: file,
  });
  const content: unknown = await response.json().catch(() => undefined);
  if (response.status === 401) accessToken.refuse();
  if (!response.ok) throw failureOf(response.status, content);
  if (!isRange(content)) throw new Failure('The console’s response is not JSON');
  return content;
};

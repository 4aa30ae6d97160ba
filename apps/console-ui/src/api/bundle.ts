import { bundlePath, postMortemPath } from '@faultline/contracts/console/paths';
import { targetOf } from '@faultline/contracts/target';
import { Failure, failureOf } from './failure';
import { accessToken } from './token';

const authorization = (): Record<string, string> => {
  const token = accessToken.read();
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
};

/** Saves a file of the console under the name that the console gives it: a link could not send the token. */
const save = async (address: string): Promise<void> => {
  const response = await fetch(address, { headers: authorization() });
  if (response.status === 401) accessToken.refuse();
  if (!response.ok) throw failureOf(response.status, await response.json().catch(() => undefined));
  const [, name = 'download'] =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** Saves the bundle of a range. Rejects with a Failure. */
export const saveBundle = (range: { from: number; to: number }): Promise<void> =>
  save(targetOf(bundlePath, { query: { from: Math.floor(range.from), to: Math.ceil(range.to) } }));

/** Saves an incident's post-mortem, alone or in a zip file with the telemetry of its time. Rejects with a Failure. */
export const savePostMortem = (id: number, withBundle: boolean): Promise<void> =>
  save(
    targetOf(postMortemPath, {
      params: { id },
      query: { with: withBundle ? 'bundle' : undefined },
    }),
  );

const isRange = (value: unknown): value is { from: number; to: number } =>
  typeof value === 'object' &&
  value !== null &&
  'from' in value &&
  'to' in value &&
  typeof value.from === 'number' &&
  typeof value.to === 'number';

/** Opens a bundle in the console. Resolves with its range; rejects with a Failure. */
export const openBundle = async (file: File): Promise<{ from: number; to: number }> => {
  const response = await fetch(bundlePath, {
    method: 'POST',
    headers: { 'content-type': 'application/gzip', ...authorization() },
    body: file,
  });
  const content: unknown = await response.json().catch(() => undefined);
  if (response.status === 401) accessToken.refuse();
  if (!response.ok) throw failureOf(response.status, content);
  if (!isRange(content)) throw new Failure('The console’s response is not JSON');
  return content;
};

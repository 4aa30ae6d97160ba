import { ClusterError } from '../../cluster/programs';

/** The text of a response. Throws a ClusterError if there is none, or it says that something failed. */
export const get = async (url: string): Promise<string> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch((cause) => {
    throw new ClusterError(`${new URL(url).origin} cannot be reached`, { cause });
  });
  const text = await response.text();
  if (!response.ok) throw new ClusterError(`${url} responded with ${response.status}: ${text}`);
  return text;
};

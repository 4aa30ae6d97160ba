import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import { errorCode } from './store-unavailable';

/** Error codes of a kernel without the address family, or without such an address. */
const unknownAddress = new Set(['EAFNOSUPPORT', 'EADDRNOTAVAIL']);

const canListen = async (host: string): Promise<boolean> => {
  const server = createServer().listen({ host, port: 0 });
  try {
    await once(server, 'listening');
    server.close();
    return true;
  } catch (error) {
    if (unknownAddress.has(errorCode(error))) return false;
    throw error;
  }
};

/** `preferred`, or the other address if this machine does not have it. */
export const preferredHost = async (
  preferred: string,
  other: string,
  possible = canListen,
): Promise<string> => ((await possible(preferred)) ? preferred : other);

/** The wildcard address: `::`, which also accepts IPv4, or `0.0.0.0` without IPv6. */
export const everyHost = (): Promise<string> => preferredHost('::', '0.0.0.0');

/** The loopback address: `127.0.0.1`, or `::1` without IPv4. */
export const loopbackHost = (): Promise<string> => preferredHost('127.0.0.1', '::1');

const reachable: Readonly<Record<string, string>> = { '::': '::1', '0.0.0.0': '127.0.0.1' };

/** The base URL of a local server that listens at this address. */
export const baseUrl = ({ address, port }: { address: string; port: number }): string => {
  const host = reachable[address] ?? address;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
};

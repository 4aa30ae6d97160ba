import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import { errorCode } from './store-unavailable';

/** What a kernel says that does not know a family of addresses, or has no such address. */
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

/** The preferred address, or the other one where this machine has no such. */
export const preferredHost = async (
  preferred: string,
  other: string,
  possible = canListen,
): Promise<string> => ((await possible(preferred)) ? preferred : other);

/** All addresses of this machine. A socket at `::` takes IPv4, too; without IPv6 it is `0.0.0.0`. */
export const everyHost = (): Promise<string> => preferredHost('::', '0.0.0.0');

/** This machine's own address for itself, which may be `::1` only. */
export const loopbackHost = (): Promise<string> => preferredHost('127.0.0.1', '::1');

const reachable: Readonly<Record<string, string>> = { '::': '::1', '0.0.0.0': '127.0.0.1' };

/** The base URL at which this machine itself reaches a server that listens there. */
export const baseUrl = ({ address, port }: { address: string; port: number }): string => {
  const host = reachable[address] ?? address;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
};

import { isIPv4, isIPv6, SocketAddress } from 'node:net';

const mapped = /^::ffff:(?=\d+\.)/;
/** The prefix of IPv4-mapped IPv6 addresses. */
const mappedPrefix = '::ffff:';

/**
 * Normalizes a client's address. On a socket for both families an IPv4 client is
 * `::ffff:192.0.2.1`, and an IPv6 address can be written in many ways.
 */
export const clientAddress = (address: string): string => {
  if (!address.includes(':')) return address;
  if (address.startsWith(mappedPrefix) && isIPv4(address.slice(mappedPrefix.length)))
    return address.slice(mappedPrefix.length);
  if (!isIPv6(address)) return address;
  const [bare = address] = address.split('%', 1);
  return new SocketAddress({ address: bare, family: 'ipv6' }).address.replace(mapped, '');
};

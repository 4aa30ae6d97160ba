const defaultPorts: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'postgres:': 5432,
  'postgresql:': 5432,
  'redis:': 6379,
  'rediss:': 6379,
};

/** The called server as attributes of a CLIENT span, with IPv6 addresses without brackets. */
export const serverAttributes = ({ protocol, hostname, port }: URL) => ({
  'server.address': hostname.replace(/^\[(.*)\]$/, '$1'),
  'server.port': Number(port) || defaultPorts[protocol] || 0,
});

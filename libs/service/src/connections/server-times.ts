/** How long a request may take to arrive, in milliseconds. */
const arrival = { headers: 10_000, all: 30_000 };

/** How long a connection with a pending response may be inactive, in milliseconds. */
const stillness = 30_000;

/**
 * Options of a fastify server that close inactive connections. `longest` is the time that a
 * response may take to begin, in milliseconds; a connection may be inactive for that time.
 */
export const serverTimes = (longest: number) => ({
  connectionTimeout: Math.max(stillness, longest + 5000),
  requestTimeout: arrival.all,
  http: {
    // Idle connections are kept long, so the kernel probes whether the peer still exists.
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
    headersTimeout: arrival.headers,
    connectionsCheckingInterval: 2000,
    // Refused with a problem document instead of an empty response.
    requireHostHeader: false,
  },
});

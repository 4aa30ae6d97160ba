/** How long a request may take to arrive, in milliseconds. */
const arrival = { headers: 10_000, all: 30_000 };

/** How long nothing at all may move on a connection that is owed a response, in milliseconds. */
const stillness = 30_000;

/**
 * Options of a fastify server whose connections cannot be held for nothing. `longest` is the time that a
 * response may take to begin, in milliseconds: until then a connection is still for a reason.
 */
export const serverTimes = (longest: number) => ({
  connectionTimeout: Math.max(stillness, longest + 5000),
  requestTimeout: arrival.all,
  http: {
    // Connections are kept for long: the kernel asks whether the other side is still there.
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
    headersTimeout: arrival.headers,
    connectionsCheckingInterval: 2000,
    // Refused with a problem document instead of an empty response.
    requireHostHeader: false,
  },
});

import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Sends one inline command to the Redis on this machine's `port` and answers with what came
 * first. For questions such as PING and INFO: a client library would weigh more than the server.
 */
export const askRedis = async (port: number, command: string): Promise<string> => {
  const socket = connect({ host: '127.0.0.1', port });
  socket.setTimeout(5_000, () => socket.destroy(new Error(`Redis did not answer ${command}`)));
  try {
    socket.write(`${command}\r\n`);
    const [reply] = await once(socket, 'data');
    return String(reply);
  } finally {
    socket.destroy();
  }
};

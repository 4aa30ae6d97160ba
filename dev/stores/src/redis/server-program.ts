/** How this machine runs a Redis server. */
export interface RedisServer {
  /** The command line that comes before the server's own arguments. */
  command(place: { directory: string; port: number }): readonly [string, ...string[]];
  /** Removes what a server that was killed may have left behind at a port. */
  clear(port: number): Promise<void>;
  /** Ends a server whose data nobody wants. */
  quickSignal: NodeJS.Signals;
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { ConfigError, ProblemError, type Request, type RouteApp } from '@faultline/service';
import { mcpPath } from '../mcp/mcp-path';

export interface AccessConfig {
  HOST: string;
  CONSOLE_TOKEN?: string;
  CONSOLE_PRIVATE: boolean;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** Throws a ConfigError if other machines could reach this console, and it had no token. */
export const requireTokenBeyondLoopback = ({
  HOST,
  CONSOLE_TOKEN,
  CONSOLE_PRIVATE,
}: AccessConfig): void => {
  if (CONSOLE_TOKEN !== undefined) return;
  if (!isLoopback(HOST))
    throw new ConfigError('CONSOLE_TOKEN is not set: without it HOST must be a loopback address');
  if (CONSOLE_PRIVATE) throw new ConfigError('CONSOLE_PRIVATE needs CONSOLE_TOKEN');
};

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether the header `authorization` of a request allows it to write: always, if the console has no token. */
export type MayWrite = (authorization: string | undefined) => boolean;

export const mayWriteWith = ({ CONSOLE_TOKEN }: Pick<AccessConfig, 'CONSOLE_TOKEN'>): MayWrite => {
  if (CONSOLE_TOKEN === undefined) return () => true;
  const token = hashOf(CONSOLE_TOKEN);
  return (authorization = '') => {
    const [, given] = /^Bearer (.+)$/i.exec(authorization) ?? [];
    // Hashes have the same length, and comparing them takes as long whatever they are.
    return given !== undefined && timingSafeEqual(hashOf(given), token);
  };
};

/** The path of the route: a URL can be written in several ways. */
const pathOf = ({ routeOptions }: Request): string => routeOptions.url ?? '';

/** Whether it is about data; the pages themselves hold none. */
const isData = (request: Request): boolean =>
  [pathOf(request), request.url].some((path) => /^\/(api|mcp|openapi\.json)(\/|\?|$)/.test(path));

/** Every request of MCP is a POST, though most of its tools only read: the one that writes checks the token itself. */
const isWrite = (request: Request): boolean =>
  request.method !== 'GET' && request.method !== 'HEAD' && pathOf(request) !== mcpPath;

/** With a token, every write needs it; reads of data, too, if the console is private. */
export const requireToken = (
  app: RouteApp,
  { CONSOLE_TOKEN, CONSOLE_PRIVATE }: AccessConfig,
): void => {
  if (CONSOLE_TOKEN === undefined) return;
  const mayWrite = mayWriteWith({ CONSOLE_TOKEN });
  app.addHook('onRequest', (request, _reply, done) => {
    const isOpen = !isWrite(request) && !(CONSOLE_PRIVATE && isData(request));
    if (isOpen || mayWrite(request.headers.authorization)) return done();
    done(
      new ProblemError(401, 'token-required', 'This needs the token of the console.', {
        errors: [{ field: 'authorization', message: 'must be Bearer and the token' }],
        headers: { 'www-authenticate': 'Bearer' },
      }),
    );
  });
};

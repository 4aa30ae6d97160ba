import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import fastq from 'fastq';
import type { BodyForm, Signal } from './json';
import { MalformedBodyError } from './malformed-body';
import { type ContentType, type Rejected, responseIn, statusIn } from './responses';

export type { Rejected } from './responses';

export interface IntakeOptions {
  /**
   * Takes a request, which is unpacked. Resolves once it is taken, with what was refused of it; rejects with a
   * MalformedBodyError when it is no OTLP. The sender is told of both.
   */
  take(signal: Signal, body: Uint8Array, form: BodyForm): Promise<Rejected | undefined>;
  /** Hears why a request was refused. */
  refused?(message: string): void;
  /** Bytes that a body may have as it comes, and unpacked. */
  maxBytes?: number;
  maxUnpackedBytes?: number;
}

const unpack = promisify(gunzip);

/** How many bodies are unpacked at a time, which may be eight times as large as they came. */
const unpackedAtOnce = 2;

const protobuf = 'application/x-protobuf';
const json = 'application/json';

/** Rejects what was not packed with a MalformedBodyError. */
const unpacked = (body: Uint8Array, maxOutputLength: number): Promise<Buffer> =>
  unpack(body, { maxOutputLength }).catch((error: Error) => {
    throw isTooLarge(error) ? error : new MalformedBodyError(error.message, { cause: error });
  });

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

/**
 * `POST /v1/traces` and `/v1/logs` of OTLP/HTTP, in protobuf or JSON, packed by gzip or not. A body that is too large gets
 * 413, one that is no OTLP 400, another encoding 415. A few bodies are unpacked at a time, and the others wait.
 */
export const otlpIntake: FastifyPluginAsync<IntakeOptions> = async (app, options) => {
  const { take, maxBytes = 4 * 1024 * 1024, maxUnpackedBytes = 32 * 1024 * 1024 } = options;
  const turns = fastq.promise(
    (task: () => Promise<Rejected | undefined>) => task(),
    unpackedAtOnce,
  );
  const refuse = (reply: FastifyReply, type: ContentType, status: number, message: string) => {
    options.refused?.(message);
    return reply
      .code(status)
      .type(type)
      .send(statusIn(type, status, message));
  };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    [protobuf, json],
    { parseAs: 'buffer', bodyLimit: maxBytes },
    (_request, body, done) => done(null, body),
  );
  for (const signal of ['traces', 'logs'] as const) {
    app.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: `/v1/${signal}`,
      handler: (_request, reply) => reply.code(405).header('allow', 'POST').send(),
    });
    app.post(`/v1/${signal}`, { bodyLimit: maxBytes }, async ({ body, headers }, reply) => {
      const type = headers['content-type']?.startsWith(json) ? json : protobuf;
      const encoding = headers['content-encoding'] ?? 'identity';
      if (encoding !== 'gzip' && encoding !== 'identity')
        return refuse(reply, type, 415, `content-encoding must be gzip or identity`);
      if (!(body instanceof Uint8Array)) return refuse(reply, type, 400, 'there is no body');
      try {
        const rejected = await turns.push(async () => {
          const plain = encoding === 'gzip' ? await unpacked(body, maxUnpackedBytes) : body;
          return take(signal, plain, type === json ? 'json' : 'protobuf');
        });
        return reply.type(type).send(responseIn(type, signal, rejected));
      } catch (error) {
        if (isTooLarge(error))
          return refuse(
            reply,
            type,
            413,
            `the body has more than ${maxUnpackedBytes} bytes unpacked`,
          );
        if (error instanceof MalformedBodyError) return refuse(reply, type, 400, error.message);
        throw error;
      }
    });
  }
};

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePictures } from '@faultline/catalogue';
import type { Plugin } from 'vite';

const pictureRequest = /^\/images\/products\/([a-z0-9-]+\.svg)(?:\?|$)/;

const sendPicture = async (directory: string, name: string, response: ServerResponse) => {
  const picture = await readFile(join(directory, name)).catch(() => undefined);
  response.writeHead(picture ? 200 : 404, { 'content-type': 'image/svg+xml' });
  response.end(picture);
};

/** Draws the catalogue's product pictures into the build's output, and serves them in development. */
export const productPictures = (): Plugin => ({
  name: 'fieldnote-product-pictures',
  writeBundle: async ({ dir }) => {
    if (dir) await writePictures(join(dir, 'images', 'products'));
  },
  configureServer: async (server) => {
    const directory = await mkdtemp(join(tmpdir(), 'fieldnote-pictures-'));
    await writePictures(directory);
    server.httpServer?.once('close', () => void rm(directory, { recursive: true, force: true }));
    server.middlewares.use((request, response, next) => {
      const name = pictureRequest.exec(request.url ?? '')?.[1];
      if (name) void sendPicture(directory, name, response);
      else next();
    });
  },
});

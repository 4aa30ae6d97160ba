import { join } from 'node:path';
import { picture, products, writePictures } from '@faultline/product-catalog';
import type { Plugin } from 'vite';

const pictureOf = (url: string): string | undefined => {
  const id = /^\/images\/products\/([a-z0-9-]+)\.svg(?:\?|$)/.exec(url)?.[1];
  const product = products.find((candidate) => candidate.id === id);
  return product && picture(product);
};

/** Draws the catalogue's product pictures into the build's output, and on request in development. */
export const productPictures = (): Plugin => ({
  name: 'fieldnote-product-pictures',
  writeBundle: async ({ dir }) => {
    if (dir) await writePictures(join(dir, 'images', 'products'));
  },
  configureServer: (server) => {
    server.middlewares.use((request, response, next) => {
      const svg = pictureOf(request.url ?? '');
      if (svg === undefined) return next();
      response.setHeader('content-type', 'image/svg+xml');
      return response.end(svg);
    });
  },
});

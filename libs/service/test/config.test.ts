import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src';

const Own = Type.Object({
  DATABASE_URL: Type.String({ format: 'uri' }),
  LIMIT: Type.Integer({ minimum: 1, default: 5 }),
});

const url = 'postgresql://cart:hunter2@localhost/cart';

describe('readConfig', () => {
  it('reads numbers, and uses defaults for unset variables', () => {
    expect(readConfig(Own, { DATABASE_URL: url, PORT: '81' })).toMatchObject({
      DATABASE_URL: url,
      PORT: 81,
      ADMIN_PORT: 9090,
      LIMIT: 5,
    });
  });

  it('names a variable that is missing', () => {
    expect(() => readConfig(Own, {})).toThrow('DATABASE_URL is not set');
  });

  it.each([
    ['LIMIT', 'many'],
    ['LIMIT', '0'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readConfig(Own, { DATABASE_URL: url, [name]: value })).toThrow(
      new RegExp(`^${name} must`),
    );
  });

  it('does not show the value of a malformed variable', () => {
    expect(() => readConfig(Own, { DATABASE_URL: 'hunter2' })).toThrow(
      /^DATABASE_URL (?!.*hunter2)/,
    );
  });
});

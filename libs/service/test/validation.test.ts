import { afterEach, describe, expect, it, vi } from 'vitest';

const draft = 'http://json-schema.org/draft-07/schema';
const wrong = { type: 'object', properties: { size: { type: 'integer', minimum: 'two' } } };

/** A validator of a process with this NODE_ENV. */
const validatorIn = async (environment: string) => {
  vi.stubEnv('NODE_ENV', environment);
  vi.resetModules();
  const { validator } = await import('../src/validation.js');
  return validator({});
};

describe('validator', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('refuses a schema that is none, in tests', async () => {
    const validator = await validatorIn('test');
    expect(() => validator.compile(wrong)).toThrow(/schema is invalid.*minimum must be number/);
  });

  it('compiles nothing but the schemas that it is given, in production', async () => {
    const validator = await validatorIn('production');
    expect(validator.validate({ type: 'object', required: ['id'] }, {})).toBe(false);
    expect(validator.schemas[draft]).toBeDefined();
    expect(validator.schemas[draft]?.validate).toBeUndefined();
  });
});

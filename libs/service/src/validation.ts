import { type FieldError, maxIdentifierLength } from '@faultline/contracts';
import { Ajv, type ErrorObject, type Options } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchema, FastifySchemaCompiler } from 'fastify';
import type { FastifySchemaValidationError } from 'fastify/types/schema';

/**
 * The longest parameter of a path that any server takes: what schemas allow must get through the
 * router, where each character may be encoded as `%XX`.
 */
export const maxParamLength = 3 * maxIdentifierLength;

/**
 * Ajv checks each schema by a schema of schemas, which takes a fifth of a service's start to compile. All
 * schemas are our own, and the tests have them checked.
 */
const validateSchema = process.env.NODE_ENV !== 'production';

/** An Ajv that knows formats and fills in defaults. */
export const validator = (options: Options): Ajv =>
  addFormats(new Ajv({ ...options, useDefaults: true, validateSchema }));

/** JSON has types, so a body's are taken as they are; a URL and headers have only strings. */
const strict = validator({ coerceTypes: false });

/**
 * Four hundred digits are coerced to Infinity, and Ajv's strict numbers would then skip the bounds
 * instead of applying them.
 */
const coercing = validator({ coerceTypes: true, strictNumbers: false });

export const compileValidator: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? strict : coercing).compile(schema);

const fieldOf = (violation: ErrorObject | FastifySchemaValidationError): string => {
  const parts = violation.instancePath.split('/').slice(1);
  const { missingProperty, additionalProperty } = violation.params;
  const last = missingProperty ?? additionalProperty;
  return [...parts, ...(typeof last === 'string' ? [last] : [])].join('.');
};

/** A schema violation as a field and a sentence; `part` stands in where the whole part is wrong. */
export const fieldError = (
  violation: ErrorObject | FastifySchemaValidationError,
  part: string,
): FieldError => ({
  field: fieldOf(violation) || part,
  message:
    violation.keyword === 'required'
      ? 'is required'
      : violation.keyword === 'additionalProperties'
        ? 'is not known here'
        : (violation.message ?? 'is not valid'),
});

import { type FieldError, maxIdentifierLength } from '@faultline/contracts';
import { Ajv, type ErrorObject, type Options } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchema, FastifySchemaCompiler } from 'fastify';
import type { FastifySchemaValidationError } from 'fastify/types/schema';

/**
 * The maximum length of a path parameter in the router. It must not be shorter than the schemas allow, when
 * each character is encoded as `%XX`.
 */
export const maxParamLength = 3 * maxIdentifierLength;

/**
 * Ajv would validate each schema against a meta-schema, whose compilation takes a fifth of a service's start.
 * All schemas are our own, and tests validate them.
 */
const validateSchema = process.env.NODE_ENV !== 'production';

/** An Ajv with formats and defaults. */
export const validator = (options: Options): Ajv =>
  addFormats(new Ajv({ ...options, useDefaults: true, validateSchema }));

/** Coerces the strings of URLs and headers to types, but not JSON bodies, which have types. */
const strict = validator({ coerceTypes: false });

/**
 * A number of 400 digits is coerced to Infinity, for which Ajv's strict numbers would skip the limits.
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

/** A schema violation as a field and a sentence; the field is `part` if the whole part is wrong. */
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

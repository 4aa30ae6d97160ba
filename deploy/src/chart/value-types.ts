import { type TSchema, Type } from 'typebox';
import { values } from './optional-values';

export const Text = Type.String();
export const Flag = Type.Boolean();
export const Count = Type.Integer({ minimum: 0 });
export const Port = Type.Integer({ minimum: 1, maximum: 65_535 });
export const oneOf = (...names: string[]) => Type.Enum(names);
export const orNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
/** Parts of Kubernetes objects, which its API checks. */
export const Part = Type.Object({});
export const Parts = Type.Array(Part);
const VolumeName = Type.String({ pattern: '^[a-z0-9-]{1,63}$' });
export const Volumes = Type.Array(Type.Object({ name: VolumeName }));
export const VolumeMounts = Type.Array(
  Type.Object({ name: VolumeName, mountPath: Type.String({ pattern: '^[^:]+$' }) }),
);
/** The name of an object, or an empty string. */
export const ObjectName = Type.String({ pattern: '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?)?$' });
export const NamePart = Type.String({ pattern: '^([a-z]([-a-z0-9]*[a-z0-9])?)?$' });

export const mapOf = (key: string, value: TSchema) => ({
  ...Type.Record(Type.String({ pattern: key }), value),
  additionalProperties: false,
});
const qualified = '^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$';
export const labels = mapOf(
  qualified,
  Type.String({ pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$' }),
);
export const annotations = mapOf(qualified, Text);

const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);
/** Settings of a server, which may be numbers in YAML. */
export const Settings = Type.Record(Text, Scalar);
/** The name of a key of a Secret. */
export const SecretKey = Type.String({ pattern: '^[-._a-zA-Z0-9]{1,253}$' });

export const Reference = Type.Object({ name: ObjectName });
export const ValueFrom = values({
  valueFrom: Type.Object(
    {
      secretKeyRef: Type.Optional(Reference),
      configMapKeyRef: Type.Optional(Reference),
      fieldRef: Type.Optional(Part),
      resourceFieldRef: Type.Optional(Part),
    },
    { additionalProperties: false, minProperties: 1, maxProperties: 1 },
  ),
});
/** Variables: text, which may be a number in YAML, or a source. */
export const variables = mapOf('^[A-Za-z_][A-Za-z0-9_.-]*$', Type.Union([Scalar, ValueFrom]));
export const VariableSources = Type.Array(
  values({ prefix: Text, secretRef: Reference, configMapRef: Reference }),
);

const Quantity = Type.Union([
  Type.String({ pattern: '^[0-9]+([.][0-9]+)?(m|k|Ki|[MGT]i?)?$' }),
  Type.Number({ minimum: 0 }),
  Type.Null(),
]);
const Amounts = values({ cpu: Quantity, memory: Quantity, 'ephemeral-storage': Quantity });
export const resources = values({ requests: Amounts, limits: Amounts });
export const StorageSize = Type.String({ pattern: '^[1-9][0-9]*[KMGT]i$' });
export const Url = Type.String({ pattern: '^(https?://[^/\\s]+.*)?$' });
export const ScrapeInterval = Type.String({ pattern: '^[1-9][0-9]*(s|m)$' });
export const Image = Type.String({
  pattern: '^[^\\s:]+(:[0-9]+/[^\\s:]+)?:[\\w.-]+(@sha256:[0-9a-f]{64})?$',
});
export const Tag = Type.String({ pattern: '^(\\w[\\w.-]{0,127})?$' });
export const Digest = Type.String({ pattern: '^(sha256:[0-9a-f]{64})?$' });
/** A commit, with `-dirty` if its files were changed; nothing if it is not known. */
export const Revision = Type.String({ pattern: '^([0-9a-f]{7,64}(-dirty)?)?$' });
export const DurationText = Type.String({ pattern: '^[0-9]+(ms|s|m|h)$' });

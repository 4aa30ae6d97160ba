import {
  durationPattern,
  type FaultKey,
  faultKeys,
  formerName,
  isDuration,
  namedBy,
  settingsSchema,
} from '@faultline/faults';
import { products } from '@faultline/product-catalog';
import { type TSchema, Type } from 'typebox';
import { values } from './optional-values';

const Flag = Type.Boolean();
const Text = Type.String();
const DurationText = Type.String({ pattern: durationPattern });

/** Accepts any value, because the templates report invalid switches with a better message. */
const switchOf = (key: FaultKey): TSchema =>
  'rate' in settingsSchema(key).properties
    ? Type.Union([Flag, Text, Type.Number()], {
        description: 'true, false, or a share such as 25%',
      })
    : Type.Union([Flag, Text, Type.Number()], { description: 'true or false' });

const ids = products.map(({ id }) => id);

/** The templates check the limits of durations; a product id must exist. */
const settingOf = (schema: TSchema): TSchema => {
  if (isDuration(schema)) return Type.Union([Type.Number(), DurationText]);
  return namedBy(schema) === 'product' ? { ...schema, enum: ids } : schema;
};

const settingsOf = (key: FaultKey): TSchema =>
  values(
    Object.fromEntries(
      Object.entries<TSchema>(settingsSchema(key).properties).flatMap(([name, schema]) => {
        const former = formerName(schema);
        const setting = settingOf(schema);
        const renamed = { ...setting, description: `Is called ${name} now`, deprecated: true };
        return [[name, setting], ...(former === undefined ? [] : [[former, renamed]])];
      }),
    ),
  );

const each = (schemaOf: (key: FaultKey) => TSchema) =>
  values(Object.fromEntries(faultKeys.map((key) => [key, schemaOf(key)])));

/** The values `faults`. */
export const Switches = each(switchOf);

/** The values `faultSettings`. */
export const Settings = each(settingsOf);

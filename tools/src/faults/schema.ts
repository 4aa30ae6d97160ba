import { faultKeys, faultOf, settingsSchema } from '@faultline/faults';

/** libs/faults/schema.json: the settings of every fault as a JSON Schema. */
export const renderSchema = (): string => {
  const properties = Object.fromEntries(
    faultKeys.map((key) => {
      // What has a default need not be given.
      const { required: _, ...schema } = JSON.parse(JSON.stringify(settingsSchema(key)));
      return [key, { title: faultOf(key).title, ...schema }];
    }),
  );
  const schema = {
    $comment: 'Generated from the catalogue by npm run generate.',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The faults that are on, by name, with their settings',
    type: 'object',
    additionalProperties: false,
    properties,
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
};

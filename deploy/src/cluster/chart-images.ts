import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';

const Stores = Type.Object({
  postgresql: Type.Object({ image: Type.String() }),
  redis: Type.Object({ image: Type.String() }),
});

/** The images of the stores, as the chart has them. */
export const storeImages = async (workspace: string): Promise<string[]> => {
  const path = join(workspace, 'deploy/helm/faultline/values.yaml');
  const { postgresql, redis }: Static<typeof Stores> = Value.Parse(
    Stores,
    parse(await readFile(path, 'utf8')),
  );
  return [postgresql.image, redis.image];
};

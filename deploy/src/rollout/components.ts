import { type ServiceName, serviceNames, type ToolName, toolNames } from '@faultline/topology';

/** What has an image and a Deployment of its own. */
export type Component = ServiceName | ToolName;

export const componentNames: readonly Component[] = [...serviceNames, ...toolNames];

/** What a Deployment runs, as the chart's values have it. */
export interface ImageVersion {
  tag: string;
  /** Nothing where the tag alone names the image. */
  digest: string;
  /** The commit of the image; nothing if it is not known. */
  revision: string;
}

const isTool = (name: Component): name is ToolName => toolNames.some((tool) => tool === name);

/** The chart's values that make components run these versions, and say which commit the chart is of. */
export const valuesFor = (
  versions: ReadonlyMap<Component, ImageVersion>,
  chartRevision: string,
): { revision: string; services: Readonly<Record<string, object>> } => {
  const all = [...versions];
  return {
    revision: chartRevision,
    services: Object.fromEntries(all.filter(([name]) => !isTool(name))),
    ...Object.fromEntries(all.filter(([name]) => isTool(name))),
  };
};

/** A version as a person reads it. */
export const inWords = ({ tag, revision }: ImageVersion): string => {
  const commit = shortRevision(revision);
  return commit === '' || tag.startsWith(commit) ? tag : `${tag} (${commit})`;
};

/** The first 12 digits of a commit, and the mark of changed files. */
export const shortRevision = (revision: string): string =>
  revision.replace(/^([0-9a-f]{12})[0-9a-f]*/, '$1');

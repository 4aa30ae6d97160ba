import { type ServiceName, serviceNames, type ToolName, toolNames } from '@faultline/topology';

export type ImageName = ServiceName | ToolName | 'load';

/** In the order in which they are built. */
export const imageNames: readonly ImageName[] = [...serviceNames, ...toolNames, 'load'];

export interface ImageSpec {
  /** The stage of deploy/docker/Dockerfile. */
  target: 'app' | 'load';
  /** The base image. */
  base: string;
  /** The packages whose builds, including their dependencies, are in the image. */
  packages: readonly string[];
}

export const nodeImage = 'node:24-bookworm-slim';
const k6Image = 'grafana/k6:1.8.1';

export const imageSpec = (name: ImageName): ImageSpec =>
  name === 'load'
    ? { target: 'load', base: k6Image, packages: ['@faultline/load', '@faultline/topology'] }
    : { target: 'app', base: nodeImage, packages: [`@faultline/${name}`] };

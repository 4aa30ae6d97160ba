export { chartFiles } from './chart';
export { storeImages } from './cluster/chart-images';
export { loadImages } from './cluster/load-images';
export { ClusterError, run } from './cluster/programs';
export { parseImagesCommand } from './images/arguments';
export { findImage, pull, tag } from './images/docker';
export { type ImageName, imageNames } from './images/image';
export { makeImages } from './images/make-images';
export { workspaceVersion } from './images/version';

export {
  type ComponentName,
  componentNames,
  isExternal,
  isService,
  isStore,
  ownerOf,
} from './components';
export { areRelated, dependsOn } from './depends-on';
export { type ExternalName, type ExternalSpec, externalNames, externals } from './externals';
export { type Gateway, gateways } from './gateways';
export { defaultInstallation, identityLabels } from './identity-labels';
export {
  adminPortOffset,
  localEnvironment,
  monitorUrl,
  portBase,
  servicePort,
  serviceUrl,
  storePort,
  storeUrl,
  toolCollector,
  toolIntakePort,
  toolPort,
  toolUrl,
} from './local';
export {
  entry,
  type ServiceName,
  type ServiceSpec,
  serviceNames,
  services,
} from './services';
export { type StoreName, type StoreSpec, storeNames, stores } from './stores';
export { type ToolName, type ToolSpec, toolNames, tools } from './tools';

import { entry, type ServiceName, type ToolName } from '@faultline/topology';
import { ClusterError } from '../cluster/programs';
import { openApi } from '../cluster/tunnel';
import { commitOfTag, revisionOf } from '../images/version';
import type { DeployCommand } from './arguments';
import { ratesOfConsole, ratesOfPrometheus } from './checks/burn-rates';
import { watchSlos } from './checks/slos';
import { type Component, type ImageVersion, inWords, shortRevision } from './components';
import { readDigests } from './digests';
import { type Plan, planOf } from './plan';
import { Release } from './release';
import { revert, rollOut } from './roll-out';
import { installationOf, type Running } from './running';
import { readUnfinished, removeUnfinished } from './unfinished';

/** `npm run deploy`. Throws a ClusterError, or the reason of the signal after it has reverted. */
export const deploy = async (
  command: DeployCommand,
  workspace: string,
  signal: AbortSignal,
): Promise<void> => {
  const release = new Release(workspace, command.release);
  // Before anything is planned: a commit of which no plan can be made must be rolled back all the same.
  if (command.action === 'revert')
    return command.unfinished === undefined
      ? takeLastBack(release, command, signal)
      : takeUnfinishedBack(release, command.unfinished, command, signal);
  const running = await release.running();
  const plan = await planOf(workspace, running, command);
  if (command.action === 'plan') return printPlan(plan);
  if (command.action === 'deploy' && plan.components.size === 0 && plan.chart === undefined) {
    console.log('Nothing to deploy: what runs is what this commit makes.');
    return;
  }
  await using api = await openApi(release.kubectlOptions);
  const shop = shopUrl(api.url, running);
  await perform(command, { workspace, release, running, plan, api: api.url, shop, signal });
};

const takeLastBack = async (
  release: Release,
  command: DeployCommand,
  signal: AbortSignal,
): Promise<void> => {
  const running = await release.running();
  if (!command.force) await release.expectIdle();
  await using api = await openApi(release.kubectlOptions);
  const before = await release.beforeLastDeployment();
  await revert(release, before, shopUrl(api.url, running), command, signal);
};

/** Takes back what a command has left that was killed, if one was. */
const takeUnfinishedBack = async (
  release: Release,
  file: string,
  command: DeployCommand,
  signal: AbortSignal,
): Promise<void> => {
  const unfinished = await readUnfinished(file);
  if (!unfinished) return console.log(`Nothing to revert: there is no ${file}.`);
  const { before } = unfinished;
  const running = await release.running();
  if (await release.isUnfinishedSince(unfinished)) {
    await using api = await openApi(release.kubectlOptions);
    await revert(release, before, shopUrl(api.url, running), command, signal);
  } else console.log(`Nothing to revert: revision ${before} runs.`);
  await removeUnfinished(file);
};

const shopUrl = (api: string, running: readonly Running[]): string => {
  const shop = serviceUrl(api, running, entry);
  if (!shop) throw new ClusterError(`${entry} does not run in this release`);
  return shop;
};

interface Situation {
  workspace: string;
  release: Release;
  running: readonly Running[];
  plan: Plan;
  api: string;
  shop: string;
  signal: AbortSignal;
}

const perform = async (command: DeployCommand, situation: Situation): Promise<void> => {
  const { workspace, running, plan, api } = situation;
  const chartRevision = await commitOf(workspace);
  const tag = command.tag ?? shortRevision(chartRevision);
  if (tag === '') throw new ClusterError('--tag is needed, because there is no commit here');
  const revision = await commitOfImages(workspace, tag, chartRevision);
  const next = await versionsOf(plan, command, { tag, revision });
  for (const { component, ...from } of running) {
    const [to, reason] = [next.get(component), plan.components.get(component)];
    if (to) console.log(`${component}: ${inWords(from)} → ${inWords(to)} (${reason})`);
  }
  if (plan.chart) console.log(`chart: ${plan.chart}`);
  const rates = burnRatesOf(command, running, api);
  const slos = rates && (await watchSlos(rates));
  const { unfinished } = command;
  await rollOut({ ...situation, next, chartRevision, slos, limits: command, unfinished });
  console.log('Deployed.');
};

/** One line for programs on the standard output; the reasons go to the other. */
const printPlan = ({ components, chart }: Plan): void => {
  for (const [name, reason] of components) console.error(`${name}: ${reason}`);
  if (chart) console.error(`chart: ${chart}`);
  console.log([...components.keys()].join());
};

const commitOf = async (workspace: string): Promise<string> => {
  const revision = await revisionOf(workspace);
  return revision === 'unknown' ? '' : revision;
};

/** The commit of which the images are made; nothing if their tag does not tell. */
const commitOfImages = async (workspace: string, tag: string, here: string): Promise<string> => {
  const isMadeHere = [here, here.replace('-dirty', '')].map(shortRevision).includes(tag);
  return isMadeHere ? here : ((await commitOfTag(workspace, tag)) ?? '');
};

const versionsOf = async (
  { components }: Plan,
  { digests }: DeployCommand,
  version: Omit<ImageVersion, 'digest'>,
): Promise<ReadonlyMap<Component, ImageVersion>> => {
  const byName = await readDigests(digests);
  return new Map(
    [...components.keys()].map((name) => {
      const digest = byName.get(name) ?? '';
      if (digests !== undefined && digest === '')
        throw new ClusterError(`--digests: ${digests} has no digest of ${name}`);
      return [name, { ...version, digest }];
    }),
  );
};

/** The URL of a component's Service through the API of the cluster; undefined if it does not run. */
export const serviceUrl = (
  api: string,
  running: readonly Running[],
  name: ServiceName | ToolName,
): string | undefined => {
  const found = running.find(({ component }) => component === name);
  return (
    found && `${api}/api/v1/namespaces/${found.namespace}/services/${found.workload}:http/proxy`
  );
};

const burnRatesOf = ({ prometheus }: DeployCommand, running: readonly Running[], api: string) => {
  if (prometheus !== undefined) return ratesOfPrometheus(prometheus, installationOf(running));
  const console = serviceUrl(api, running, 'console');
  return console === undefined ? undefined : ratesOfConsole(console);
};

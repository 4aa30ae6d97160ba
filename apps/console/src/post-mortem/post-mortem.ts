import { bundlePath, type Incident } from '@faultline/contracts/console';
import { bundleFileName } from '../bundle/write-bundle';
import { explanation } from '../explanation/explanation';
import { hasStatesOf } from '../health/health';
import type { ConsoleContext } from '../http/console-context';
import type { Maps } from '../incidents/findings';
import { incident as detailOf } from '../views/incidents';
import type { Range } from '../views/range';
import { impactOf } from './impact';
import { evidenceLinks } from './links';
import { mapPicture } from './map-picture';
import { mapsOf } from './maps';
import { clock, plain } from './markdown';
import { momentsOf } from './moments';
import {
  alertsSection,
  facts,
  findingsSection,
  impactSection,
  summary,
  timelineSection,
} from './sections';

/** A picture of the service map. */
export interface Picture {
  /** The name of its file. */
  name: string;
  title: string;
  svg: string;
}

export interface PostMortem {
  /** The document. Its pictures are where `addressOf` says. */
  markdown(addressOf: (picture: Picture) => string): string;
  pictures: readonly Picture[];
  bundle: { name: string; range: Range };
}

const picturesOf = ({ start, worst, after }: Maps, isOpen: boolean): Picture[] =>
  [
    { name: 'map-start.svg', words: 'Start', map: start },
    { name: 'map-worst.svg', words: 'Worst moment', map: worst },
    { name: 'map-after.svg', words: isOpen ? 'Now' : 'After it', map: after },
  ].map(({ name, words, map: { at, states } }) => {
    const title = `${words}: ${clock(at)}`;
    return { name, title, svg: mapPicture(title, states) };
  });

/** What the maps and the time line lack, with an empty line. */
const notKept = `The states and changes of that time are not kept: maps show components as unknown, and the time line lacks them.

`;

/** What the telemetry in the document is of, if that is not what the incident is about. */
const ofAnother = ({ installation }: Incident): string =>
  installation === undefined
    ? ''
    : `
It is about the installation ${plain(installation)}, of which this console has no telemetry: impact and maps are those of its own.
`;

/** What people have to find out themselves. */
const questions = `## What went well

_What told us of it first, and how soon? What helped to find the cause, and what kept the damage small?_

-

## What went badly

_What took longer than it should have? What did we not see, not know, or have to do by hand? Where were we lucky?_

-

## Actions

_What prevents this, makes it smaller, or shows it sooner? One owner and one date for each._

| Action | Owner | Date |
| --- | --- | --- |
| | | |`;

/**
 * A draft of the post-mortem of an incident, from what is kept of its time. Throws `unknown-incident` if there is none of
 * this number.
 */
export const postMortem = async (
  { sources, consoleUrl, storeUrl }: Pick<ConsoleContext, 'sources' | 'consoleUrl' | 'storeUrl'>,
  id: number,
): Promise<PostMortem> => {
  const now = Date.now();
  const { health } = sources;
  const { incident, timeline } = detailOf(sources, id);
  const isOpen = incident.resolved === undefined;
  const findings = sources.incidents.findingsOf(id);
  const moments = momentsOf(health, incident, now, findings);
  const impact =
    findings?.impact ?? (await impactOf(sources, { from: moments.began, to: moments.end }));
  const { suspects, claims } = await explanation(sources, storeUrl, id);
  const pictures = picturesOf(mapsOf(health, moments, findings?.maps), isOpen);
  const note = findings?.maps || hasStatesOf(health, moments.began) ? '' : notKept;
  const { from, to } = moments.bundle;
  const bundle = { name: bundleFileName(from), range: moments.bundle };
  const evidence = evidenceLinks(consoleUrl, incident, moments, impact.sessions?.traces ?? []);
  const markdown: PostMortem['markdown'] = (addressOf) => `# Post-mortem: ${plain(incident.title)}

${facts(incident, now)}
${ofAnother(incident)}
## Summary

${summary(incident, impact, now)}

## What the console found

Derived from telemetry. It is where to begin, and no proof.

${findingsSection(consoleUrl, suspects, claims)}

## Impact

${impactSection(impact, moments, isOpen)}

## The service map

${note}${pictures.map((picture) => `![Service map. ${picture.title}](${addressOf(picture)})`).join('\n\n')}

## Time line

${note}${timelineSection(timeline)}

## Alerts

Runbooks are files of the repository.

${alertsSection(incident)}

## Evidence

${evidence.map((each) => `- ${each}`).join('\n')}

All telemetry from ${clock(from)} to ${clock(to)} is in the bundle \`${bundle.name}\`, which a console opens that watches no shop
(\`npm start -- --only console\`). It can be had from <${consoleUrl}${bundlePath}?from=${from}&to=${to}> as long as the console keeps that time.

${questions}
`;
  return { markdown, pictures, bundle };
};

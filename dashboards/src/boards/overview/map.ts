import { serviceNames, storeNames } from '@faultline/topology';
import { boardLink, clickedLabel } from '../../grafana/links';
import { timeline } from '../../grafana/timeline';
import { architecture } from './architecture';
import { componentState } from './component-state';

const whichWasRed = timeline({
  title: 'Which was red when',
  about:
    'The components of the architecture over time. The state of each is recorded by the rules of Faultline; amber while an alert about it fires.',
  line: { promql: componentState, legend: '{{component}}' },
  words: ['healthy', 'unhealthy'],
  half: 'an alert fires',
  bad: 1,
  nothing: 'The rules of Faultline are not loaded',
  links: [
    {
      names: serviceNames,
      link: boardLink('The service in detail', 'service', { service: clickedLabel('component') }),
    },
    {
      names: storeNames,
      link: boardLink('The store in detail', 'stores', { store: clickedLabel('component') }),
    },
  ],
});

export const mapRow = { title: 'Architecture', panels: [architecture, whichWasRed] };

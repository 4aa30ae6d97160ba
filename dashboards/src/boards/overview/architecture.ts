import { isService } from '@faultline/topology';
import {
  type CanvasConnection,
  type CanvasElementOptions,
  ConnectionPath,
  HorizontalConstraint,
  PanelBuilder,
  VerticalConstraint,
} from '@grafana/grafana-foundation-sdk/canvas';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { datasources } from '../../grafana/datasources';
import { boardUrl } from '../../grafana/links';
import { halfIsAmber, thresholds } from '../../grafana/stat';
import { componentState } from './component-state';
import { type ComponentName, connectionsFrom, type Place, placesOfComponents } from './map-layout';

/** An element with links, which the SDK's type lacks. */
interface LinkedElement extends CanvasElementOptions {
  links: readonly { title: string; url: string; oneClick: boolean }[];
}

const size = { width: 170, height: 46 };
const step = { column: 220, row: 88 };
const margin = 16;

const places = placesOfComponents();

const detail = (component: ComponentName): string =>
  isService(component)
    ? boardUrl('service', { service: component })
    : boardUrl('stores', { store: component });

/** From the right of one to the left of the other; up or down within a column. */
const connection = (from: Place, to: Place, targetName: ComponentName): CanvasConnection => {
  const up = to.row < from.row ? 1 : -1;
  const [source, target] =
    from.column === to.column
      ? [
          { x: 0, y: up },
          { x: 0, y: -up },
        ]
      : [
          { x: 1, y: 0 },
          { x: -1, y: 0 },
        ];
  return {
    source,
    target,
    targetName,
    path: ConnectionPath.Straight,
    color: { fixed: 'text' },
    size: { fixed: 1, min: 1, max: 10 },
  };
};

const element = ([component, place]: readonly [ComponentName, Place]): LinkedElement => ({
  name: component,
  type: isService(component) ? 'rectangle' : 'ellipse',
  config: {
    align: 'center',
    valign: 'middle',
    size: 14,
    color: { fixed: 'white' },
    text: { mode: 'fixed', fixed: component },
  },
  // The colour is that of the thresholds for the value of the field with the component's name.
  background: { color: { field: component, fixed: 'gray' } },
  border: { color: { fixed: 'transparent' }, width: 0 },
  constraint: { horizontal: HorizontalConstraint.Left, vertical: VerticalConstraint.Top },
  placement: {
    left: margin + place.column * step.column,
    top: margin + place.row * step.row,
    ...size,
  },
  connections: connectionsFrom(component).flatMap((target) => {
    const to = places.get(target);
    return to ? [connection(place, to, target)] : [];
  }),
  links: [{ title: `${component} in detail`, url: detail(component), oneClick: true }],
});

/** The service map: a component is red while one of its rules holds, amber while an alert fires, and a click on it opens its board. */
export const architecture = new PanelBuilder()
  .title('Architecture')
  .description(
    'Red while a rule of the component holds: offline, errors, slow, or its store in trouble. Amber while an alert about it fires. A click opens its detail. Grey without the rules of Faultline in Prometheus.',
  )
  .unit('none')
  .height(11)
  .span(24)
  .datasource(datasources.prometheus)
  .thresholds(thresholds(halfIsAmber))
  .inlineEditing(false)
  .showAdvancedTypes(true)
  .panZoom(false)
  .root({ name: 'architecture', type: 'frame', elements: [...places].map(element) })
  .withTarget(
    new DataqueryBuilder()
      .refId('A')
      .datasource(datasources.prometheus)
      .expr(componentState)
      .legendFormat('{{component}}')
      .instant(),
  );

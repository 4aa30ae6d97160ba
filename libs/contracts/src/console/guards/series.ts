import { arrayOf, isBoolean, isInteger, isText, objectOf, optional } from '../../guards';
import type {
  Comparison,
  ErrorGroup,
  HeatMap,
  RedGroup,
  RedSeries,
  ResourceChart,
  Resources,
} from '..';
import {
  isAttributeValue,
  isNovelty,
  isNumber,
  isNumberOrNull,
  listOf,
  oneOf,
  range,
  searched,
} from './parts';

const isValues = arrayOf(isNumberOrNull);

export const isRedSeries = objectOf<RedSeries>({
  times: arrayOf(isNumber),
  groups: arrayOf(
    objectOf<RedGroup>({
      name: isText,
      requests: isInteger,
      rate: isValues,
      errorShare: isValues,
      p95: isValues,
    }),
  ),
  total: isInteger,
  truncated: isBoolean,
  ...searched,
});

export const isResources = objectOf<Resources>({
  times: arrayOf(isNumber),
  charts: arrayOf(
    objectOf<ResourceChart>({
      name: isText,
      unit: oneOf('share', 'bytes', 'milliseconds', 'count', 'per second'),
      limit: optional(isNumber),
      lines: arrayOf(objectOf<ResourceChart['lines'][number]>({ name: isText, values: isValues })),
    }),
  ),
});

export const isHeatMap = objectOf<HeatMap>({
  ...range,
  columnMilliseconds: isNumber,
  rowsPerDoubling: isInteger,
  cells: arrayOf(
    objectOf<HeatMap['cells'][number]>({
      column: isInteger,
      row: isInteger,
      count: isInteger,
      errors: isInteger,
      traceId: isText,
    }),
  ),
  total: isInteger,
  truncated: isBoolean,
  keptSince: optional(isNumber),
  ...searched,
});

const isCompared = objectOf<Comparison['selected']>({ compared: isInteger, total: isInteger });

export const isComparison = objectOf<Comparison>({
  selected: isCompared,
  rest: isCompared,
  minSpans: isInteger,
  differences: arrayOf(
    objectOf<Comparison['differences'][number]>({
      key: isText,
      value: isAttributeValue,
      selected: isNumber,
      rest: isNumber,
    }),
  ),
  ...searched,
});

export const isErrorList = listOf(
  objectOf<ErrorGroup>({
    message: isText,
    type: optional(isText),
    component: isText,
    count: isInteger,
    before: isInteger,
    first: isNumber,
    last: isNumber,
    novelty: isNovelty,
    traceId: optional(isText),
  }),
);

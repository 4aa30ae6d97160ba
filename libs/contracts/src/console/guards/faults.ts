import { arrayOf, isBoolean, isText, objectOf, optional } from '../../guards';
import type { FaultCard, FaultList, FaultSetting } from '..';
import { either, isNumber, oneOf, page, recordOf } from './parts';

const isSettingValue = either(isNumber, isText);

const isFaultSetting = objectOf<FaultSetting>({
  name: isText,
  description: isText,
  kind: oneOf('number', 'duration', 'text', 'choice'),
  default: optional(isSettingValue),
  minimum: optional(isNumber),
  maximum: optional(isNumber),
  choices: optional(arrayOf(isText)),
});

export const isFaultCard = objectOf<FaultCard>({
  key: isText,
  title: isText,
  service: isText,
  difficulty: isText,
  scope: oneOf('request', 'standing', 'process', 'release'),
  page: isText,
  userImpact: isText,
  expect: arrayOf(isText),
  mechanism: isText,
  remedy: isText,
  hints: arrayOf(isText),
  settings: arrayOf(isFaultSetting),
  on: optional(
    objectOf<NonNullable<FaultCard['on']>>({
      settings: recordOf(isSettingValue),
      until: optional(isNumber),
    }),
  ),
  hitShare: optional(isNumber),
  problem: optional(isText),
  leavesBehind: optional(isText),
});

export const isFaultList = objectOf<FaultList>({
  items: arrayOf(isFaultCard),
  ...page,
  readOnly: isBoolean,
});

export const isNothing = objectOf<Record<never, never>>({});

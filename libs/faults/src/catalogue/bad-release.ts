import { Type } from 'typebox';
import { defineFault } from '../fault';
import { faultKey } from '../settings';
import { searchSql } from './search-sql';

export const badRelease = defineFault({
  key: 'badRelease',
  order: 180,
  title: 'A release with a fault in it',
  service: 'product',
  scope: 'release',
  settings: Type.Object({
    fault: faultKey('searchSql', 'The fault that the release has, with its default settings'),
  }),
  mechanism:
    'Another fault, but only in instances of one version (`--version`): a bad canary beside healthy instances.',
  userImpact: 'The effect of the other fault, for shoppers whose requests reach the canary.',
  // The evidence of its default fault.
  evidence: searchSql.evidence,
  unaffected: ['cart', 'session', 'payment'],
  remedy: 'Roll the release back.',
  hints: [
    'Some instances are healthy, and some are not. What distinguishes them?',
    'Group the errors by `service.version`.',
    'All of them come from the newest version.',
  ],
  investigate: [
    'Grouped by `service.version`, one version has all the errors.',
    'Its traces show which fault it is.',
  ],
  difficulty: 'medium',
  source: 'FridayMorning, on testing in production: test in production, revert.',
});

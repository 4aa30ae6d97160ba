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
    'Any other fault, for instances of one version only (`--version`): a canary, while the rest is well.',
  userImpact: 'What the other fault does, for those whom the canary serves.',
  // That of the fault which it has unless told otherwise.
  evidence: searchSql.evidence,
  unaffected: ['cart', 'session', 'payment'],
  remedy: 'Roll the release back.',
  hints: [
    'Some instances are well, and some are not. What tells them apart?',
    'Group the errors by `service.version`.',
    'All of them are of the newest version.',
  ],
  investigate: [
    'Grouped by `service.version`, one version has all the errors.',
    'Its traces show which fault it is.',
  ],
  difficulty: 'medium',
  source: 'FridayMorning, on testing in production: test in production, revert.',
});

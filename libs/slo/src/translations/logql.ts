import { identityLabels } from '@faultline/topology';
import type { LogCondition } from '../alerts';

const issuers = {
  visa: '4[0-9]{3}',
  mastercard: '5[1-5][0-9]{2}|2[2-7][0-9]{2}',
  discover: '6011|65[0-9]{2}',
};

/**
 * LogQL cannot compute a Luhn check, so the prefixes and lengths of the large issuers stand in for it.
 * Digits may stand in groups with spaces, but not with dashes: UUIDs do that.
 */
const cardNumber = `\\b(?:(?:${Object.values(issuers).join('|')})(?: ?[0-9]{4}){3}|3[47][0-9]{2} ?[0-9]{6} ?[0-9]{5})\\b`;

/** Identifiers that are all digits now and then. */
const identifiers = ['trace_id', 'span_id', 'session', 'requestId', 'observed_timestamp'];

/** A condition of logs as they come by OTLP: the line is the message, its fields are beside it. */
export const logql = ({
  service,
}: LogCondition): string => `sum by (${identityLabels.installation}) (
  count_over_time(
    {${identityLabels.service}="${service}"}
      | drop ${identifiers.join(', ')}
      | line_format "{{ . }} {{ __line__ }}"
      |~ \`${cardNumber}\`
    [1m]
  )
) > 0`;

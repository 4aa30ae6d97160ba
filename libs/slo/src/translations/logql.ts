import { identityLabels } from '@faultline/topology';
import type { LogCondition } from '../alerts/alert';

const issuers = {
  visa: '4[0-9]{3}',
  mastercard: '5[1-5][0-9]{2}|2[2-7][0-9]{2}',
  discover: '6011|65[0-9]{2}',
};

/**
 * Matches the prefixes and lengths of the large issuers, because LogQL cannot compute a Luhn check.
 * Groups of digits may be separated by spaces, but not by dashes, as in UUIDs.
 */
const cardNumber = `\\b(?:(?:${Object.values(issuers).join('|')})(?: ?[0-9]{4}){3}|3[47][0-9]{2} ?[0-9]{6} ?[0-9]{5})\\b`;

/** Identifiers that sometimes contain only digits. */
const identifiers = ['trace_id', 'span_id', 'session', 'requestId', 'observed_timestamp'];

/** A condition in LogQL for logs that came by OTLP: the line is the message, fields are structured metadata. */
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

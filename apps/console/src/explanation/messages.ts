import { type Claim, type Suspect, termOf } from '@faultline/contracts/console';
import { ownerOf } from '@faultline/topology';
import type { ConsoleSources } from '../sources';
import { logSummary } from '../views/logs';
import type { Evidence } from './evidence';
import { linkTo } from './links';

const maxShown = 2;
const longestText = 120;
/** How many messages are looked at. */
const limit = 200;

interface New {
  component: string;
  text: string;
  count: number;
  isError: boolean;
  link: string;
}

/** A failed span that says nothing but its name. */
const spanName = /^[A-Z]+ \//;

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const short = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}…` : text;

/** What was not said before: all messages of suspects, and repeated errors of others. */
export const messageClaims = async (
  { store }: Pick<ConsoleSources, 'store'>,
  { errors, components, period: { during } }: Evidence,
  suspects: readonly Suspect[],
): Promise<Claim[]> => {
  const { items } = await logSummary(store, { ...during, limit });
  /** Another level of a message is no other message. */
  const isKnown = (service: string, message: string): boolean =>
    items.some((each) => each.before > 0 && each.service === service && each.message === message);
  const newErrors = errors
    .filter(
      ({ novelty, component, message }) =>
        novelty === 'new' && !spanName.test(message) && !isKnown(component, message),
    )
    .map(
      ({ component, message, type, count }): New => ({
        component,
        text: type === undefined || message.includes(type) ? message : `${message} (${type})`,
        count,
        isError: true,
        link: linkTo.component(component, during),
      }),
    );
  const newMessages = items
    .filter(
      ({ novelty, service, message }) =>
        novelty === 'new' && components.includes(service) && !isKnown(service, message),
    )
    .map(
      ({ service, level, message, count }): New => ({
        component: service,
        text: message,
        count,
        isError: level === 'error',
        link: linkTo.logs(`${termOf('service', service)} ${termOf('message', message)}`, during),
      }),
    );
  // A store or an external system says less of itself than the service that uses it.
  const names = suspects.flatMap(({ component }) => [component, ownerOf(component)]);
  const rank = ({ component }: New): number => {
    const index = names.indexOf(component);
    return index < 0 ? names.length : index;
  };
  return [...newErrors, ...newMessages]
    .filter((each) => names.includes(each.component) || (each.isError && each.count > 1))
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count)
    .filter(saysMore)
    .slice(0, maxShown)
    .map(({ component, text, count, link }) => ({
      kind: 'message',
      words: `New in ${component}, ${times(count)}: “${short(text)}”.`,
      link,
    }));
};

/** A log record and the span of its request say the same. */
const saysMore = ({ text }: New, index: number, all: readonly New[]): boolean =>
  all.slice(0, index).every((each) => !each.text.includes(text) && !text.includes(each.text));

import type { Claim, Suspect } from '@faultline/contracts/console';
import type { ConsoleSources } from '../sources';
import { logSummary } from '../views/logs';
import type { Evidence } from './evidence';
import { linkTo } from './links';

const most = 2;
const longestText = 120;
/** How many messages are looked at. */
const limit = 200;

interface New {
  component: string;
  text: string;
  count: number;
  link: string;
}

const short = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}…` : text;

/** Errors and log messages of its components that did not occur before; those of suspects first. */
export const messageClaims = async (
  { store }: Pick<ConsoleSources, 'store'>,
  { errors, components, period: { during } }: Evidence,
  suspects: readonly Suspect[],
): Promise<Claim[]> => {
  const { items } = await logSummary(store, { ...during, limit });
  const newErrors = errors
    .filter(({ novelty }) => novelty === 'new')
    .map(
      ({ component, message, type, count }): New => ({
        component,
        text: type === undefined || message.includes(type) ? message : `${message} (${type})`,
        count,
        link: linkTo.component(component, during),
      }),
    );
  const newMessages = items
    .filter(({ novelty, service }) => novelty === 'new' && components.includes(service))
    .map(
      ({ service, message, count }): New => ({
        component: service,
        text: message,
        count,
        link: linkTo.logs(
          `service:${service} message:"${message.replaceAll(/["\\]/g, '')}"`,
          during,
        ),
      }),
    );
  const rank = ({ component }: New): number => {
    const index = suspects.findIndex((suspect) => suspect.component === component);
    return index < 0 ? suspects.length : index;
  };
  return [...newErrors, ...newMessages]
    .sort((a, b) => rank(a) - rank(b) || b.count - a.count)
    .filter(
      ({ component, text }, index, all) =>
        all.findIndex((each) => each.component === component && each.text.startsWith(text)) ===
        index,
    )
    .slice(0, most)
    .map(({ component, text, count, link }) => ({
      kind: 'message',
      words: `New in ${component}, ${count} times: “${short(text)}”.`,
      link,
    }));
};

import { describe, expect, it } from 'vitest';
import { parseDeployCommand } from '../../src/rollout/arguments';

describe('the command line of npm run deploy', () => {
  it('deploys everything to the release faultline unless told otherwise', () => {
    expect(parseDeployCommand([])).toMatchObject({
      action: 'deploy',
      affected: false,
      services: [],
      release: { name: 'faultline', namespace: undefined, context: undefined },
      watch: 60,
    });
  });

  it('takes services as a list, each once', () => {
    const { services } = parseDeployCommand(['--service', 'cart,product', '--service', 'cart']);
    expect(services).toEqual(['cart', 'product']);
  });

  it.each([
    [['--service', 'crat'], /^There is no service crat\. Did you mean cart\?/],
    [['--afected'], /^Unknown option '--afected'\. Did you mean --affected\?/],
    [['--tag', 'a b'], /'--tag <tag>'.*at most 63 letters/],
    [['--prometheus', 'monitoring'], /'--prometheus <url>'.*an address such as/],
    [['--watch', 'long'], /'--watch <seconds>'.*a whole number from 0 to 3600/],
    [['--revert', '--service', 'cart'], /^--revert takes all of the last deployment back/],
    [['--force'], /^--force goes with --revert$/],
    [['cart'], /^Too many arguments/],
  ])('refuses %j', (words, message) => {
    expect(() => parseDeployCommand(words)).toThrow(message);
  });
});

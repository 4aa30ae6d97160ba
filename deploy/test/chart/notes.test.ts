import { describe, expect, it } from 'vitest';
import { missing, notes } from './render';

const why = missing('helm');

describe.skipIf(why)(`the notes after an install${why ? ` (skipped: ${why})` : ''}`, () => {
  it.each([
    [[], /port-forward service\/faultline-web-gateway 8080:8080/],
    [['web.type=NodePort', 'web.nodePort=30080'], /get nodes .*:30080"/],
    [['web.type=NodePort'], /get nodes .*spec\.ports\[0\]\.nodePort/],
    [['web.type=LoadBalancer', 'web.port=80'], /get service faultline-web-gateway --watch/],
    [
      ['ingress.enabled=true', 'ingress.host=shop.acme.org', 'ingress.tlsSecret=tls'],
      /https:\/\/shop\.acme\.org\n/,
    ],
    [
      [
        'httpRoute.enabled=true',
        'httpRoute.parentRefs[0].name=edge',
        'httpRoute.hostnames={a.org}',
      ],
      /a\.org, by the gateway edge/,
    ],
    [
      ['faults.badRelease=true', 'faultSettings.badRelease.version=9.9.9'],
      /breaks nothing yet: it is for version 9\.9\.9 only, and product has version/,
    ],
    [
      ['faults.slowPayment=true', 'faultSettings.slowPayment.delay=3s'],
      /WARNING: faultSettings\.slowPayment\.delay is now called latency; the next version refuses/,
    ],
  ])('fits the values: %j', (set, expected) => {
    const said = notes({ set });
    expect(said).toMatch(expected);
    if (
      !String(expected).includes('port-forward') &&
      !set.some((each) => each.startsWith('faults.'))
    )
      expect(said).not.toContain('port-forward service/faultline-web-gateway');
  });
});

import { describe, expect, it } from 'vitest';
import { missing, refusal } from './render';

const why = missing('helm');

describe.skipIf(why)(`invalid values${why ? ` (skipped: ${why})` : ''}`, () => {
  it.each([
    ['faults.paymnt=true', /\/faults.*paymnt/],
    ['faults.payment=25', /faults\.payment .*write 25% instead of 25/],
    ['faults.payment=yes', /faults\.payment .*such as 25%, not yes/],
    ['faults.payment=0%', /faults\.payment must be from 0\.1% to 100%, not 0%/],
    ['faults.payment=250%', /faults\.payment must be from 0\.1% to 100%, not 250%/],
    ['faults.apiGatewayDown=25%', /faults\.apiGatewayDown is true or false, not 25%/],
    ['faultSettings.payment.for=0', /payment\.for must be from 1s to 24h, not 0/],
    ['faultSettings.payment.for=25h', /payment\.for must be from 1s to 24h, not 25h/],
    [
      'faultSettings.slowPayment.latency=1',
      /slowPayment\.latency must be from 100ms to 15s, not 1/,
    ],
    [
      'faultSettings.slowPayment.latency=1h',
      /slowPayment\.latency must be from 100ms to 15s, not 1h/,
    ],
    [
      'faultSettings.slowPayment.delay=1s,faultSettings.slowPayment.latency=2s',
      /faultSettings\.slowPayment\.delay is now called latency: give one of them/,
    ],
    ['faultSettings.payment.delay=5', /\/faultSettings\/payment.*delay/],
    ['faultSettings.badRelease.fault=nonsense', /\/faultSettings\/badRelease\/fault.*'payment'/],
    ['faultSettings.badRelease.fault=apiGatewayDown', /\/faultSettings\/badRelease\/fault/],
    ['faultSettings.productItem.product=nonsense', /\/faultSettings\/productItem\/product/],
    ['services.product.replica=2', /\/services\/product.*replica/],
    ['services.products.replicas=2', /\/services.*products/],
    ['serviceDefaults.replicas=two', /\/serviceDefaults\/replicas/],
    [
      'services.cart.autoscaling.enabled=true,services.cart.autoscaling.minReplicas=7',
      /services\.cart\.autoscaling: minReplicas, 7, is more than maxReplicas, 6/,
    ],
    [
      'services.cart.resources.limits.memory=64Mi',
      /services\.cart\.resources\.limits\.memory, 64Mi, is less than the request, 112Mi/,
    ],
    [
      'redis.resources.limits.cpu=10m',
      /redis\.resources\.limits\.cpu, 10m, is less than the request, 20m/,
    ],
    ['serviceDefaults.env.A\\=B=1', /\/serviceDefaults\/env.*A=B/],
    ['serviceDefaults.env.PORT=9999', /services\.[\w-]+\.env\.PORT: the chart sets PORT itself/],
    ['services.cart.env.DRAIN_MS=1', /DRAIN_MS: the chart sets DRAIN_MS itself; set drainSeconds/],
    ['stores.cart-data.env.REDISCLI_AUTH=x', /stores\.cart-data\.env\.REDISCLI_AUTH/],
    [
      'podDefaults.podLabels.app\\.kubernetes\\.io/component=shop',
      /podLabels cannot change app\.kubernetes\.io\/component/,
    ],
    ['podDefaults.tolerations[0].operator=Exist', /\/podDefaults\/tolerations\/0\/operator/],
    ['podDefaults.podLabels.team=a b', /\/podDefaults\/podLabels\/team/],
    ['serviceDefaults.extraVolumes[0].name=faults', /extraVolumes: faults is a volume of the/],
    ['podDefaults.extraVolumeMounts[0].name=ca', /\/podDefaults\/extraVolumeMounts\/0.*mountPath/],
    [
      'services.cart.extraVolumeMounts[0].name=ca,services.cart.extraVolumeMounts[0].mountPath=/ca',
      /services\.cart\.extraVolumeMounts: there is no volume ca; name it in extraVolumes/,
    ],
    [
      'load.extraVolumeMounts[0].name=scratch,load.extraVolumeMounts[0].mountPath=/more',
      /load\.extraVolumeMounts: there is no volume scratch/,
    ],
    [
      'podDefaults.serviceAccount.create=false',
      /faultJobs\.serviceAccount must not be `default`.*rights of the jobs/,
    ],
    ['faultJobs.serviceAccount.name=default', /faultJobs\.serviceAccount must not be `default`/],
    [
      'faultJobs.serviceAccount.create=false,faultRefresh.enabled=false,services.api-gateway.autoscaling.enabled=true',
      /faultJobs\.serviceAccount must not be `default`/,
    ],
    ['stores.cart-data.size=big', /\/stores\/cart-data\/size/],
    ['stores.cart-data.external=true', /stores\.cart-data\.existingSecret/],
    ['stores.cart-data.existingSecret=My Secret', /\/stores\/cart-data\/existingSecret/],
    ['postgresql.settings.shared_bufers=64MB', /postgresql\.settings\.shared_bufers is no setting/],
    ['postgresql.settings.port=1', /postgresql\.settings\.port is no setting/],
    ['redis.settings.maxmemry=64mb', /redis\.settings\.maxmemry is no setting/],
    ['web.port=70000', /\/web\/port/],
    ['web.nodePort=30080', /web\.nodePort, 30080, needs web\.type to be NodePort or LoadBalancer/],
    ['web.type=NodePort,web.nodePort=8080', /web\.nodePort must be from 30000 to 32767.*not 8080/],
    ['web.externalTrafficPolicy=Local', /web\.externalTrafficPolicy needs web\.type/],
    ['ipFamilies={IPv4,IPv6}', /ipFamilies may name two only where ipFamilyPolicy/],
    ['image.repository=https://ghcr.io/acme', /image\.repository .*no https:/],
    ['image.repository=ghcr.io/ac me', /image\.repository .*no blank/],
    ['ingress.enabled=true,ingress.host=https://shop.example.com', /ingress\.host is a name/],
    ['load.schedule=every day', /load\.schedule is a time as of cron/],
    ['load.schedule=61 * * * *', /load\.schedule is a time as of cron/],
    ['load.scenario=stampede', /\/load\/scenario/],
    ['telemetry.otlpEndpoint=collector:4318', /\/telemetry\/otlpEndpoint/],
    [
      'telemetry.headers.api-key=abc',
      /telemetry\.headers\.api-key must come from a Secret, by valueFrom\.secretKeyRef/,
    ],
    ['telemetry.headers.a:b=c', /\/telemetry\/headers.*a:b/],
    [
      'collector.enabled=true,telemetry.tracesEndpoint=http://tempo:4318/v1/traces',
      /collector\.enabled needs a backend for logs: telemetry\.otlpEndpoint, telemetry\.logsEndpoint/,
    ],
    [
      'collector.enabled=true,collector.metrics.enabled=true,console.enabled=true',
      /collector\.metrics\.enabled needs telemetry\.otlpEndpoint or telemetry\.metricsEndpoint/,
    ],
    [
      'collector.enabled=true,console.enabled=true,collector.storeLogs.resources.limits.memory=1Mi',
      /collector\.storeLogs\.resources\.limits\.memory, 1Mi, is less than the request/,
    ],
    ['collector.metrics.temporality=both', /\/collector\/metrics\/temporality/],
    ['telemetry.samplerArgument=often', /\/telemetry\/samplerArgument/],
    ['postgresql.image=postgres', /\/postgresql\/image/],
    ['httpRoute.enabled=true', /httpRoute\.parentRefs must name a Gateway/],
    ['fullnameOverride=My_Shop', /\/fullnameOverride/],
  ])('are refused by name: %s', (value, message) => {
    expect(refusal({ set: [value] })).toMatch(message);
  });

  it('are refused if a replica would follow an external server', () => {
    const sets = ['stores.cart-data.external=true', 'stores.cart-data.existingSecret=carts'];
    expect(refusal({ set: sets })).toMatch(/stores\.cart-data-replica\.external must be true/);
  });

  it('are all reported at once', () => {
    const sets = ['web.nodePort=30080', 'load.schedule=never', 'redis.settings.nonsense=1'];
    const said = refusal({ set: sets });
    for (const value of ['web.nodePort', 'load.schedule', 'redis.settings.nonsense'])
      expect(said).toContain(value);
  });

  it.each([
    'load.schedule=*/5 8-18 * * mon-fri',
    'load.schedule=@hourly',
    'stores.cart-data.extraVolumeMounts[0].name=data,stores.cart-data.extraVolumeMounts[0].mountPath=/more',
    'podDefaults.serviceAccount.create=false,faultJobs.serviceAccount.create=true',
    'podDefaults.serviceAccount.create=false,faultRefresh.enabled=false',
    'postgresql.settings.pg_stat_statements\\.max=1000',
    'image.repository=registry.example.com:5000/team/shop',
    'web.type=NodePort,web.nodePort=80,web.nodePortRange=1-65535',
    'faults.badRelease=true,faultSettings.badRelease.fault=payment',
    'ingress.enabled=true,ingress.host=*.example.com',
  ])('are not those that do: %s', (value) => {
    expect(refusal({ set: [value] })).toBeUndefined();
  });
});

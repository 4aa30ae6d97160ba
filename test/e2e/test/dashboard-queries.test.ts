import { boardQueries } from '@faultline/dashboards';
import { describe, expect, it } from 'vitest';
import { interpolate, stepOf } from '../src/dashboards/interpolate';
import { jaegerQuestion, syntaxErrors } from '../src/dashboards/traceql';

const quarter = { from: 0, to: 900 };
const day = { from: 0, to: 86_400 };

describe('the variables of a query', () => {
  const values = {
    service: { chosen: ['cart', 'web.gateway'] },
    one: { chosen: ['product'] },
    all: { chosen: [], pattern: '.+' },
  };

  it.each([
    ['x{a="$one"}', 'x{a="product"}'],
    ['x{a=~"$service"}', 'x{a=~"(cart|web\\\\.gateway)"}'],
    [`x{a=~"\${service:pipe}"}`, 'x{a=~"cart|web.gateway"}'],
    ['x{a=~"$all"}', 'x{a=~".+"}'],
    ['rate(x[$__rate_interval])', 'rate(x[20s])'],
    ['increase(x[$__range])', 'increase(x[900s])'],
  ])('are replaced as in Grafana: %s', (query, expected) => {
    expect(interpolate(query, values, quarter, 5)).toBe(expected);
  });

  it('must have a value', () => {
    expect(() => interpolate('x{a="$other"}', values, quarter, 5)).toThrow(/other/);
  });

  it('follow the scrape interval in a short time range, and the number of points in a long one', () => {
    expect([stepOf(quarter, 5), stepOf(day, 5)]).toEqual([5, 87]);
  });
});

describe('TraceQL', () => {
  const queries = boardQueries().filter(({ datasource }) => datasource === 'tempo');

  it.each(queries)('has the grammar of “$asks” of $board', ({ text }) => {
    expect(syntaxErrors(text.replace(/\$\{?\w+\}?/g, 'faultline'))).toEqual([]);
  });

  it('does not have the grammar of a query without its end', () => {
    expect(syntaxErrors('{ status = error')).not.toEqual([]);
  });

  it('asks Jaeger for the same spans', () => {
    const selection =
      '{ resource.service.name = "cart" && status = error && duration > 500ms && span.a.b != nil }';
    expect(jaegerQuestion(selection)).toEqual({
      service: 'cart',
      tags: { error: 'true' },
      minDuration: '500ms',
      present: ['a.b'],
    });
    expect(() => jaegerQuestion('{ name = "GET" }')).toThrow(/no question to Jaeger/);
  });
});

import { SpanStatusCode } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { currentTrace, traced } from '../src';
import { recordSpans } from './recorded-spans';

const spans = recordSpans();

describe('traced background work', () => {
  it('is a root span, whose nested work is a child span', async () => {
    const response = await traced('reconcile', () => traced('ask', async () => 42));
    expect(response).toBe(42);
    const [child, root] = spans();
    expect(root).toMatchObject({ name: 'reconcile', status: { code: SpanStatusCode.UNSET } });
    expect(root?.parentSpanContext).toBeUndefined();
    expect(child?.parentSpanContext?.spanId).toBe(root?.spanContext().spanId);
    expect(child?.spanContext().traceId).toBe(root?.spanContext().traceId);
  });

  it('is a new trace each time', async () => {
    await traced('reconcile', async () => undefined);
    await traced('reconcile', async () => undefined);
    const [first, second] = spans();
    expect(first?.spanContext().traceId).not.toBe(second?.spanContext().traceId);
  });

  it('records its error and rejects with it', async () => {
    const error = new Error('the provider is away');
    const failing = traced('reconcile', async () => {
      throw error;
    });
    await expect(failing).rejects.toBe(error);
    expect(spans()).toMatchObject([
      {
        status: { code: SpanStatusCode.ERROR },
        events: [
          { name: 'exception', attributes: { 'exception.message': 'the provider is away' } },
        ],
      },
    ]);
  });
});

describe('the span in progress', () => {
  it('has its ids', async () => {
    const context = await traced('work', async () => currentTrace());
    expect(context).toMatchObject({ traceId: spans()[0]?.spanContext().traceId });
  });

  it('is undefined outside of spans', () => {
    expect(currentTrace()).toBeUndefined();
    expect(spans()).toEqual([]);
  });
});

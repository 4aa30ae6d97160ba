import type { AlertmanagerMessage } from '@faultline/contracts/console';

/** What an Alertmanager sends of one alert, of payment by default. */
export const message = (
  status: 'firing' | 'resolved',
  labels: Record<string, string> = {},
  parts: Partial<AlertmanagerMessage['alerts'][number]> = {},
): AlertmanagerMessage => ({
  version: '4',
  alerts: [
    {
      status,
      labels: {
        alertname: 'ServiceErrors',
        component: 'payment',
        subject: 'payment',
        priority: 'page',
        ...labels,
      },
      annotations: { summary: 'The requests to a service fail: payment' },
      startsAt: '2026-11-26T11:59:30Z',
      ...(status === 'resolved' && { endsAt: '2026-11-26T12:02:00Z' }),
      ...parts,
    },
  ],
});

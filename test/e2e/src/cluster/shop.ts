import { openApi } from '@faultline/deploy';
import { Customer } from '../customer';
import { Release } from './release';

/** A shop in the cluster, reached through its Service. */
export interface ClusterShop {
  release: Release;
  /** The API of the cluster. */
  api: string;
  /** The shop's address, of which each request goes to any of its pods. */
  gateway: string;
  customer(): Customer;
  /** Removes everything. */
  remove(): Promise<void>;
}

/** Installs the chart in a namespace of its own. */
export const installShop = async (sets: readonly string[] = []): Promise<ClusterShop> => {
  const tunnel = await openApi();
  try {
    const release = await Release.install(sets);
    const gateway = `${tunnel.url}/api/v1/namespaces/${release.namespace}/services/faultline-web-gateway:http/proxy`;
    return {
      release,
      api: tunnel.url,
      gateway,
      customer: () => new Customer(gateway),
      remove: async () => {
        await release.remove();
        await tunnel.close();
      },
    };
  } catch (error) {
    await tunnel.close();
    throw error;
  }
};

/** Buys one of the first product, and gives the order's id. */
export const buy = async (customer: Customer): Promise<string> => {
  const { body: page } = await customer.products();
  await customer.put(page.items[0]?.id ?? '', 2);
  const { status, body } = await customer.checkout();
  if (status !== 201) throw new Error(`the checkout answered ${status}: ${JSON.stringify(body)}`);
  return body.orderId;
};

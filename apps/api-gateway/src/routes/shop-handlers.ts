import type { ShopEndpoint, ShopRoutes } from '@faultline/contracts';
import type { Handlers } from '@faultline/service';

/** The handlers of some of the shop's routes. */
export type ShopHandlers<Name extends ShopEndpoint> = Pick<Handlers<ShopRoutes>, Name>;

import type { ShopEndpoint, ShopRoutes } from '@faultline/contracts';
import type { Handlers } from '@faultline/service';

/** Handlers of a part of the shop's routes. */
export type ShopHandlers<Name extends ShopEndpoint> = Pick<Handlers<ShopRoutes>, Name>;

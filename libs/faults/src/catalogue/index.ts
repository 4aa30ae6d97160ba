// Generated from the files beside it by npm run generate.
import { apiGatewayDown } from './api-gateway-down';
import { badRelease } from './bad-release';
import { cartNotCleared } from './cart-not-cleared';
import { cartStoreSlow } from './cart-store-slow';
import { listNPlusOne } from './list-n-plus-one';
import { lockContention } from './lock-contention';
import { logFlood } from './log-flood';
import { logLeak } from './log-leak';
import { payment } from './payment';
import { productCalculation } from './product-calculation';
import { productConnections } from './product-connections';
import { productCpu } from './product-cpu';
import { productItem } from './product-item';
import { replicaStale } from './replica-stale';
import { retryStorm } from './retry-storm';
import { searchSql } from './search-sql';
import { sessionLeak } from './session-leak';
import { slowPayment } from './slow-payment';

/** All faults. */
export const catalogue = {
  apiGatewayDown,
  badRelease,
  cartNotCleared,
  cartStoreSlow,
  listNPlusOne,
  lockContention,
  logFlood,
  logLeak,
  payment,
  productCalculation,
  productConnections,
  productCpu,
  productItem,
  replicaStale,
  retryStorm,
  searchSql,
  sessionLeak,
  slowPayment,
};

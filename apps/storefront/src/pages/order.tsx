import type { Order } from '@faultline/contracts';
import { pages } from '@faultline/contracts/pages';
import { LinkButton, SlowNote } from '@faultline/ui';
import { Link, useLocation, useParams } from 'react-router';
import { shop } from '../api/shop';
import { useResource } from '../api/use-resource';
import { OrderLines } from '../checkout/order-lines';
import { isOrderPlaced } from '../checkout/order-placed';
import { FailureNotice } from '../failure/failure-notice';
import { PageHeading } from '../layout/page-heading';
import { NotFound } from './not-found';
import styles from './order.module.css';

const moment = new Intl.DateTimeFormat('en-IE', { dateStyle: 'long', timeStyle: 'short' });

const OrderDetail = ({ order }: { order: Order }) => (
  <>
    <dl className={styles.facts}>
      <div>
        <dt>Order number</dt>
        <dd>
          <code>{order.orderId}</code>
        </dd>
      </div>
      <div>
        <dt>Payment</dt>
        <dd>
          <code>{order.paymentId}</code>
        </dd>
      </div>
      <div>
        <dt>Placed</dt>
        <dd>
          <time dateTime={order.createdAt}>{moment.format(new Date(order.createdAt))}</time>
        </dd>
      </div>
    </dl>
    <OrderLines label="Ordered goods" lines={order.lines} total={order.total} />
  </>
);

const CartKept = () => (
  <p className={styles.kept} role="status">
    <strong>Your cart was not emptied.</strong> The order stands and is paid once. What is still in{' '}
    <Link to={pages.cart}>your cart</Link> may be what you have just bought.
  </p>
);

/** The confirmation of an order, and the order itself when its address is opened again. */
export const OrderPage = () => {
  const { id = '' } = useParams();
  const { state } = useLocation();
  const order = useResource(id, (signal) => shop.order(id, signal));
  const placed = isOrderPlaced(state) ? state : undefined;
  const unknown =
    order.state === 'failed' && (order.failure.status === 404 || order.failure.status === 400);

  if (unknown && !placed) return <NotFound title="There is no such order" />;
  return (
    <div className={styles.page}>
      <PageHeading title="Your order">
        {placed || order.state === 'ready' ? 'Thank you, it is yours.' : 'Your order'}
      </PageHeading>
      {placed && (
        <p className={styles.lead}>Your order went through and is paid. Nothing else to do.</p>
      )}
      {placed?.cartCleared === false && <CartKept />}
      {order.state === 'loading' && (
        <>
          <SlowNote what="Loading your order" />
          <div className={styles.blank} aria-hidden="true" />
        </>
      )}
      {order.state === 'failed' && (
        <FailureNotice
          title={
            placed
              ? 'The order stands, but we cannot show its details right now'
              : 'We cannot show this order right now'
          }
          failure={order.failure}
          onRetry={order.reload}
        />
      )}
      {order.state === 'ready' && <OrderDetail order={order.value} />}
      <p className={styles.next}>
        <LinkButton to={pages.home} kind="quiet">
          Back to the shop
        </LinkButton>
      </p>
    </div>
  );
};

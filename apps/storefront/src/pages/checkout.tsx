import type { CheckoutResponse, PricedCart } from '@faultline/contracts';
import { pages } from '@faultline/contracts/pages';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { CartSkeleton } from '../cart/cart-skeleton';
import { EmptyCart } from '../cart/empty-cart';
import { UnavailableNote } from '../cart/unavailable-note';
import { cartStore, useCart } from '../cart/use-cart';
import { orderAddress } from '../catalogue/addresses';
import { OrderLines } from '../checkout/order-lines';
import type { OrderPlaced } from '../checkout/order-placed';
import { purchaseKey } from '../checkout/purchase-key-of-page';
import { PurchaseSection } from '../checkout/purchase-section';
import { usePurchase } from '../checkout/use-purchase';
import { FailurePage } from '../failure/failure-page';
import { PageHeading } from '../layout/page-heading';
import styles from './checkout.module.css';

const Summary = ({ cart }: { cart: PricedCart }) => (
  <section className={styles.summary} aria-labelledby="order-summary">
    <div className={styles.head}>
      <h2 id="order-summary">Your order</h2>
      <Link to={pages.cart}>Change</Link>
    </div>
    {cart.items.length === 0 ? (
      <p>Your cart is empty by now: there is nothing to pay.</p>
    ) : (
      <OrderLines label="Your order" lines={cart.items} total={cart.total} />
    )}
    <UnavailableNote cart={cart} />
  </section>
);

const Purchase = ({ cart }: { cart: PricedCart }) => {
  const navigate = useNavigate();
  const finish = ({ orderId, cartCleared }: CheckoutResponse) => {
    const state: OrderPlaced = { cartCleared };
    void cartStore.reload();
    void navigate(orderAddress(orderId), { replace: true, state });
  };
  const { purchase, tried, pay } = usePurchase(finish);
  const shown = tried ?? cart;
  return (
    <div className={styles.checkout}>
      <PurchaseSection
        cart={shown}
        purchase={purchase}
        inDoubt={tried !== undefined}
        onPay={(form) => void pay(form, shown)}
      />
      <Summary cart={shown} />
    </div>
  );
};

export const CheckoutPage = () => {
  const { cart, failure } = useCart();
  // A try whose result is unknown may have emptied the cart; sending the form again shows the result.
  const [startedInDoubt] = useState(() => purchaseKey.triedCart() !== undefined);
  const [hadItems, setHadItems] = useState(false);

  useEffect(() => {
    void cartStore.reload();
  }, []);

  if (cart && cart.items.length > 0 && !hadItems) setHadItems(true);
  if (!cart && failure) {
    return <FailurePage failure={failure} onRetry={() => void cartStore.reload()} />;
  }
  return (
    <>
      <PageHeading title="Checkout">Checkout</PageHeading>
      {!cart && <CartSkeleton />}
      {cart && (hadItems || startedInDoubt) && <Purchase cart={cart} />}
      {cart && !hadItems && !startedInDoubt && <EmptyCart />}
    </>
  );
};

import { pages } from '@faultline/contracts/pages';
import { Announcer, CrashBoundary } from '@faultline/ui';
import { BrowserRouter, Route, Routes } from 'react-router';
import { CategoriesProvider } from './catalogue/categories';
import { BrokenPage } from './failure/broken-page';
import { Layout } from './layout/layout';
import { CartPage } from './pages/cart';
import { AllGoods, CategoryPage } from './pages/category';
import { CheckoutPage } from './pages/checkout';
import { Home } from './pages/home';
import { NotFound } from './pages/not-found';
import { OrderPage } from './pages/order';
import { ProductPage } from './pages/product';
import { SearchPage } from './pages/search';

export const App = () => (
  <CrashBoundary fallback={<BrokenPage />}>
    <BrowserRouter>
      <CategoriesProvider>
        <Announcer>
          <Routes>
            <Route element={<Layout />}>
              <Route index element={<Home />} />
              <Route path={pages.products} element={<AllGoods />} />
              <Route path={pages.product} element={<ProductPage />} />
              <Route path={pages.category} element={<CategoryPage />} />
              <Route path={pages.search} element={<SearchPage />} />
              <Route path={pages.cart} element={<CartPage />} />
              <Route path={pages.checkout} element={<CheckoutPage />} />
              <Route path={pages.order} element={<OrderPage />} />
              <Route path="*" element={<NotFound />} />
            </Route>
          </Routes>
        </Announcer>
      </CategoriesProvider>
    </BrowserRouter>
  </CrashBoundary>
);

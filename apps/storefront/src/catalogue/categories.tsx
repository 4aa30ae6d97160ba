import type { Category } from '@faultline/contracts';
import { createContext, type ReactNode, useContext } from 'react';
import { shop } from '../api/shop';
import { type Resource, useResource } from '../api/use-resource';

type Categories = Resource<readonly Category[]> & { reload: () => void };

const CategoriesContext = createContext<Categories>({ state: 'loading', reload: () => {} });

/** The shop's categories, loaded once for header, footer and pages. */
export const useCategories = (): Categories => useContext(CategoriesContext);

export const CategoriesProvider = ({ children }: { children: ReactNode }) => {
  const categories = useResource('categories', async (signal) => {
    const { items } = await shop.categories(signal);
    return items;
  });
  return <CategoriesContext value={categories}>{children}</CategoriesContext>;
};

/** The name of a category, its id while the name is not known. */
export const useCategoryName = (id: string): string => {
  const categories = useCategories();
  const known = categories.state === 'ready' ? categories.value : [];
  return known.find((category) => category.id === id)?.name ?? id;
};

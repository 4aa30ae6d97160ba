import { useParams } from 'react-router';
import { allGoodsAddress, categoryAddress } from '../catalogue/addresses';
import { useCategoryName } from '../catalogue/categories';
import { CataloguePage } from './catalogue-page';

export const AllGoods = () => <CataloguePage name="All goods" addressOf={allGoodsAddress} />;

export const CategoryPage = () => {
  const { id = '' } = useParams();
  const name = useCategoryName(id);
  return (
    <CataloguePage name={name} category={id} addressOf={(page) => categoryAddress(id, page)} />
  );
};

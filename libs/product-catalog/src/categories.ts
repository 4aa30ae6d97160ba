interface Category {
  id: string;
  name: string;
  blurb: string;
}

/** In the order in which the shop shows them. */
export const categories = [
  {
    id: 'kitchen',
    name: 'Kitchen',
    blurb: 'Pans that outlive recipes, and boards that remember every onion.',
  },
  {
    id: 'coffee-tea',
    name: 'Coffee & Tea',
    blurb: 'Kettles, pots and cups for the two arguments every household has.',
  },
  {
    id: 'lighting',
    name: 'Lighting',
    blurb: 'Light you can read by, eat under and find the keys with.',
  },
  {
    id: 'desk',
    name: 'Desk',
    blurb: 'Paper, brass and sharp pencils for thoughts that deserve a page.',
  },
  {
    id: 'living',
    name: 'Living Room',
    blurb: 'Chairs to stay in, tables within reach, a clock to ignore.',
  },
  {
    id: 'garden',
    name: 'Garden',
    blurb: 'Tools with good manners for beds, pots and one window sill.',
  },
  {
    id: 'outdoors',
    name: 'Outdoors',
    blurb: 'Canvas, wool and steel for weather that has not been decided yet.',
  },
  {
    id: 'textiles',
    name: 'Textiles',
    blurb: 'Linen that creases honestly and wool that keeps its promises.',
  },
  {
    id: 'storage',
    name: 'Storage',
    blurb: 'A place for everything, including the things without a place.',
  },
  {
    id: 'bath',
    name: 'Bath',
    blurb: 'Soap, steam, a dry towel and nobody knocking.',
  },
  {
    id: 'toys',
    name: 'Toys',
    blurb: 'Beech, paint and string. Batteries never included, never needed.',
  },
] as const satisfies readonly Category[];

export type CategoryId = (typeof categories)[number]['id'];

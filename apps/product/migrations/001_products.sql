-- Up Migration
create extension if not exists pg_trgm;

create table categories (
  id text primary key,
  name text not null,
  position integer not null
);

create table products (
  id text primary key,
  name text not null,
  description text not null,
  category text not null references categories (id),
  price_amount integer not null check (price_amount > 0),
  price_currency char(3) not null,
  image_url text not null,
  position integer not null
);

create index products_category on products (category, position);
create index products_position on products (position);

-- Up Migration
-- A word in the name weighs more than one in the description.
alter table products add column search tsvector generated always as (
  setweight(to_tsvector('english', name), 'A') ||
  setweight(to_tsvector('english', description), 'B')
) stored;

create index products_search on products using gin (search);

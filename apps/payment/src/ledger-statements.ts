export const columns = `
  id, order_id as "orderId", idempotency_key as "idempotencyKey", fingerprint, state, reason,
  json_build_object('amount', amount, 'currency', currency) as total, lines, attempts, late, duplicate,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`;

/** States in which a charge takes its cart, as in the unique index. */
const holdsCart = `state in ('pending', 'succeeded') and not duplicate`;

/** Only attempt number $2 may still reach the provider. */
const noneOpen = `array_remove(open_attempts, $2) = '{}'`;

/** Seconds until the next lookup of a charge: 2, 4, 8 … 256. */
const growingPause = 'make_interval(secs => 2 ^ least(checks + 1, 8))';

/** The SQL statements of the ledger. Times are those of the server. */
export const statements = {
  open: `
    insert into charges
      (id, order_id, idempotency_key, fingerprint, session, cart, amount, currency, lines, state,
       next_check_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pending', now() + make_interval(secs => $10))
    on conflict do nothing
    returning ${columns}`,
  ofCart: `select ${columns} from charges where cart = $1 and ${holdsCart}`,
  paidBy: `
    select ${columns} from charges
    where cart = $2 and session = $1 and state = 'succeeded' and not duplicate`,
  rivalOf: `
    select ${columns} from charges
    where cart = (select cart from charges where id = $1) and id <> $1 and ${holdsCart}`,
  beginAttempt: `
    update charges set
      attempts = attempts + 1, open_attempts = open_attempts || (attempts + 1),
      attempted_at = now(), updated_at = now(),
      checks = 0, next_check_at = now() + make_interval(secs => $2)
    where id = $1 and state = 'pending'
    returning ${columns}`,
  reopen: `
    update charges set
      state = 'pending', reason = null,
      attempts = attempts + 1, open_attempts = array[attempts + 1],
      attempted_at = now(), updated_at = now(),
      checks = 0, next_check_at = now() + make_interval(secs => $2)
    where id = $1 and state = 'failed'
    returning ${columns}`,
  refuseAttempt: `
    update charges set
      open_attempts = array_remove(open_attempts, $2), updated_at = now(),
      state = case when ${noneOpen} then 'failed' else state end,
      reason = case when ${noneOpen} then 'provider-unreachable' end,
      next_check_at = case when ${noneOpen} then null else next_check_at end
    where id = $1 and state = 'pending'
    returning ${columns}`,
  resolve: `
    update charges set
      state = $2, reason = $3, provider_reference = $4, duplicate = $5,
      late = state <> 'pending' and $2 = 'succeeded',
      open_attempts = '{}', next_check_at = null, updated_at = now()
    where id = $1
      and (state in ('pending', 'failed') or (state = 'declined' and $2 = 'succeeded'))
    returning ${columns}`,
  giveUp: `
    update charges set
      state = 'failed', reason = 'never-reached-provider', open_attempts = '{}',
      next_check_at = now() + interval '1 hour', updated_at = now()
    where id = $1 and state = 'pending' and attempts = $2
    returning ${columns}`,
  // A failed charge is looked up once an hour for a day, because providers may be very late.
  due: `
    update charges set
      checks = checks + 1,
      next_check_at = case
        when state = 'pending' then now() + ${growingPause}
        when attempted_at > now() - interval '1 day' then now() + interval '1 hour'
      end
    where id in (
      select id from charges where next_check_at <= now()
      order by next_check_at limit $1 for update skip locked
    )
    returning ${columns}`,
  unresolved: `
    select count(*)::integer as charges,
      coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest
    from charges where state = 'pending' and checks > 0`,
  findOrder: `
    select ${columns} from charges where order_id = $1 and session = $2 and state = 'succeeded'`,
};

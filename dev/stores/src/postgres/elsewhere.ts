/**
 * Where PostgreSQL's files go when root starts the demo from a directory that no other account
 * may enter, such as `/root`. Only root ever writes here.
 */
export const elsewhere = '/var/lib/faultline';

/** Names a request in logs, spans and problem responses; a service passes it on to those that it calls. */
export const requestIdHeader = 'x-request-id';

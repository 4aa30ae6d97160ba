/** The time that rules look back on, in seconds. */
export const evaluationWindow = 15;

/** So few requests say nothing about their share. */
export const fewestRequests = 3;

export const served = 'http_server_request_duration_seconds';
export const stored = 'db_client_operation_duration_seconds';

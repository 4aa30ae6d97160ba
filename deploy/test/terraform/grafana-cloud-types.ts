/**
 * The resources of Grafana Cloud that deploy/terraform has, from the documentation of version 4.47 of the provider, in
 * the form of a provider's schema. Types of attributes are those of Terraform.
 */
interface Attributes {
  required?: Record<string, unknown>;
  optional?: Record<string, unknown>;
  computed?: Record<string, unknown>;
}

interface NestedBlock {
  name: string;
  nesting: 'list' | 'set';
  min: number;
  max: number;
  block: Block;
}

interface Block {
  attributes: object[];
  blocks: NestedBlock[];
}

const block = (
  { required = {}, optional = {}, computed = {} }: Attributes,
  blocks: NestedBlock[] = [],
): Block => ({
  attributes: [
    ...Object.entries(required).map(([name, type]) => ({ name, type, required: true })),
    ...Object.entries(optional).map(([name, type]) => {
      return { name, type, optional: true, computed: true };
    }),
    ...Object.entries(computed).map(([name, type]) => ({ name, type, computed: true })),
  ],
  blocks,
});

const resource = (attributes: Attributes, blocks?: NestedBlock[]): Block =>
  block({ ...attributes, computed: { id: 'string', ...attributes.computed } }, blocks);

const text = 'string';
const texts = ['set', 'string'];
const numbers = ['set', 'number'];
const textsByName = ['map', 'string'];

const http = block({ optional: { method: text, valid_status_codes: numbers } });
const settings = block({}, [{ name: 'http', nesting: 'set', min: 0, max: 1, block: http }]);
const realm = block({ required: { type: text, identifier: text } });
const freeform = block({ required: { query: text } });
const query = block({ required: { type: text } }, [
  { name: 'freeform', nesting: 'list', min: 0, max: 1, block: freeform },
]);
const objective = block({ required: { value: 'number', window: text } });
const destination = block({ required: { uid: text } });

export const cloudTypes: Record<'resources' | 'data', Record<string, Block>> = {
  resources: {
    grafana_cloud_stack: resource({
      required: { name: text, slug: text },
      optional: {
        description: text,
        region_slug: text,
        labels: textsByName,
        url: text,
        delete_protection: 'bool',
      },
      computed: {
        prometheus_remote_endpoint: text,
        prometheus_remote_write_endpoint: text,
        prometheus_user_id: 'number',
        logs_url: text,
        logs_user_id: 'number',
        traces_url: text,
        traces_user_id: 'number',
        profiles_url: text,
        profiles_user_id: 'number',
        otlp_url: text,
      },
    }),
    grafana_cloud_stack_service_account: resource({
      required: { stack_slug: text, name: text, role: text },
      optional: { is_disabled: 'bool' },
    }),
    grafana_cloud_stack_service_account_rotating_token: resource({
      required: {
        stack_slug: text,
        service_account_id: text,
        name_prefix: text,
        seconds_to_live: 'number',
        early_rotation_window_seconds: 'number',
      },
      optional: { delete_on_destroy: 'bool' },
      computed: { key: text, name: text, expiration: text },
    }),
    grafana_cloud_access_policy: resource(
      {
        required: { name: text, region: text, scopes: texts },
        optional: { display_name: text },
        computed: { policy_id: text },
      },
      [{ name: 'realm', nesting: 'set', min: 1, max: 0, block: realm }],
    ),
    grafana_cloud_access_policy_rotating_token: resource({
      required: {
        access_policy_id: text,
        region: text,
        name_prefix: text,
        expire_after: text,
        early_rotation_window: text,
      },
      optional: { display_name: text, delete_on_destroy: 'bool' },
      computed: { token: text, name: text, expires_at: text },
    }),
    grafana_synthetic_monitoring_installation: resource({
      required: { stack_id: text, metrics_publisher_key: text },
      optional: { stack_sm_api_url: text },
      computed: { sm_access_token: text },
    }),
    grafana_synthetic_monitoring_check: resource(
      {
        required: { job: text, target: text, probes: numbers },
        optional: {
          enabled: 'bool',
          frequency: 'number',
          timeout: 'number',
          labels: textsByName,
          alert_sensitivity: text,
          basic_metrics_only: 'bool',
        },
      },
      [{ name: 'settings', nesting: 'set', min: 1, max: 1, block: settings }],
    ),
    grafana_slo: resource(
      { required: { name: text, description: text }, optional: { folder_uid: text, uuid: text } },
      [
        { name: 'query', nesting: 'list', min: 1, max: 0, block: query },
        { name: 'objectives', nesting: 'list', min: 1, max: 0, block: objective },
        { name: 'destination_datasource', nesting: 'list', min: 1, max: 1, block: destination },
      ],
    ),
  },
  data: {
    grafana_synthetic_monitoring_probes: resource({
      optional: { filter_deprecated: 'bool' },
      computed: { probes: ['map', 'number'] },
    }),
  },
};

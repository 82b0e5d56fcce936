/** The quotas of IAM, in characters of JSON without whitespace. */
export const LIMITS = {
  inlineOfRole: 10_240,
  managedPolicy: 6_144,
  trustByDefault: 2_048,
  trust: 8_192,
} as const;

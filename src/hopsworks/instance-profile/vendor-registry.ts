// What Hopsworks publishes to clusters on EC2, as of 3.7 (2023-08) and unchanged in 3.9. It grew with most releases.

/** The account of the vendor's registry, which is known in the partition of the commercial regions only. */
export const VENDOR_ACCOUNT = '822623301872';
export const VENDOR_PARTITION = 'aws';

export const IMAGES: readonly string[] = [
  'filebeat',
  'base',
  'onlinefs',
  'airflow',
  'git',
  'testconnector',
  'flyingduck',
];

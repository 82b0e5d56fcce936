// The images that Hopsworks publishes for clusters on EC2, as of 3.7 (2023-08), unchanged in 3.9. Releases add more.

/** The account of the vendor's registry, which is known only in the partition of the commercial regions. */
export const VENDOR_ACCOUNT = '822623301872';
export const VENDOR_PARTITION = 'aws';

export const IMAGES: readonly string[] =
  ['filebeat', 'base', 'onlinefs', 'airflow', 'git', 'testconnector', 'flyingduck'];

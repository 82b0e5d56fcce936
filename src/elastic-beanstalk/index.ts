export * from './addition-options';
export * from './ec2-role';
export * from './tier-options';
export * from './service-role';

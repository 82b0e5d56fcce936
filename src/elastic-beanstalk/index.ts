export * from './addition-options';
export * from './ec2-role';
export * from './ec2-role-props';
export * from './permission-check';
export * from './service-role';
export * from './tier-options';

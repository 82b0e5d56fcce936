export * from './ec2-role/extras-props';
export * from './ec2-role/role';
export * from './ec2-role/props';
export * from './permission-check/permission-check';
export * from './service-role/role';
export * from './ec2-role/tier-props';

export * from './eks-node-role/role';
export * from './instance-profile/role';
export * from './instance-profile/props';
export * from './cluster/storage-props';

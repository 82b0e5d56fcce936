export * from './eks-node-role';
export * from './instance-profile';
export * from './instance-profile-options';
export * from './storage-props';

import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  CLUSTER, EKS, inNamespace, ofCluster, onOtherClusters, passing, PODS, SESSION, statementsOf, trustOf,
} from './eks';
import { arn, key, keyArn } from './fixtures';
import { BeanstalkEksApplicationRole } from '../../../src';
import { RequestTable } from '../../support/request-table';

const SECRET = arn('secretsmanager', 'secret:shop/database-AbCdEf');

export const EKS_APPLICATION_TABLES: readonly RequestTable[] = [
  {
    name: 'an application that mounts secrets',
    statements: statementsOf(stack => new BeanstalkEksApplicationRole(stack, 'Role', {
      environmentSecrets: {
        secrets: [secretsmanager.Secret.fromSecretNameV2(stack, 'Database', 'shop/database')],
        parameters: [ssm.StringParameter.fromStringParameterName(stack, 'License', '/shop/license')],
        keys: [key(stack, 'secret')],
      },
    })),
    allowed: [
      ['mount a secret, and refresh it', ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'], SECRET],
      ['mount a parameter', 'ssm:GetParameters', arn('ssm', 'parameter/shop/license')],
      ['decrypt them', 'kms:Decrypt', keyArn('secret')],
    ],
    denied: [
      ['read another secret', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:bank/database-AbCdEf')],
      ['read a secret with a longer name', 'secretsmanager:GetSecretValue',
        arn('secretsmanager', 'secret:shop/database-2-AbCdEf')],
      ['change a secret', 'secretsmanager:PutSecretValue', SECRET],
      ['read another parameter', 'ssm:GetParameters', arn('ssm', 'parameter/bank/license')],
      ['read all parameters of a path', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/license')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
    ],
  },
  passing('the application role', (stack, roleName) => new BeanstalkEksApplicationRole(stack, 'Role', { roleName }), PODS),
  {
    name: 'pods that assume the application role',
    statements: trustOf(stack => new BeanstalkEksApplicationRole(stack, 'Role')),
    isTrust: true,
    allowed: [['be pods of any environment', SESSION, PODS, inNamespace('eb-bank-live')]],
    denied: [
      ...onOtherClusters('eb-bank-live'),
      ['be Amazon EKS', SESSION, EKS, inNamespace('eb-bank-live')],
      ['be EC2', SESSION, 'ec2.amazonaws.com', inNamespace('eb-bank-live')],
    ],
  },
  {
    name: 'pods that assume the application role of one environment',
    statements: trustOf(stack => new BeanstalkEksApplicationRole(stack, 'Role', { environmentNames: ['shop-live'] })),
    isTrust: true,
    allowed: [['be pods of the environment', SESSION, PODS, inNamespace('eb-shop-live')]],
    denied: [
      ['be pods of another environment', SESSION, PODS, inNamespace('eb-bank-live')],
      ['be pods of an environment with a longer name', SESSION, PODS, inNamespace('eb-shop-live-2')],
      ['be pods outside of environments', SESSION, PODS, inNamespace('shop-live')],
      ['be pods without a namespace', SESSION, PODS, ofCluster(CLUSTER)],
      ...onOtherClusters('eb-shop-live'),
    ],
  },
  {
    name: 'pods that assume the application role of environments with a prefix',
    statements: trustOf(stack => new BeanstalkEksApplicationRole(stack, 'Role', {
      environmentNames: ['bank'], environmentNamePrefix: 'shop-',
    })),
    isTrust: true,
    allowed: [
      ['be pods of an environment', SESSION, PODS, inNamespace('eb-bank')],
      ['be pods of environments with the prefix', SESSION, PODS, inNamespace('eb-shop-green')],
    ],
    denied: [
      ['be pods of an environment with a longer name', SESSION, PODS, inNamespace('eb-bank-2')],
      ['be pods of an environment with a similar prefix', SESSION, PODS, inNamespace('eb-shopfront')],
      ...onOtherClusters('eb-shop-green'),
    ],
  },
];

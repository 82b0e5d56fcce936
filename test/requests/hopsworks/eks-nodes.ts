import { Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import {
  BACK_UP, BACKUP, bucket, ENV, FINISH_UPLOADS, key, NO_OTHER_ACL, NO_OTHER_BUCKET, NO_OTHER_KEY, NO_OTHER_UPLOADS,
  OBJECT, OTHER_ACCOUNT, PUSH_TO, repository, SET_ACL, USE_BUCKET, USE_KEY,
} from './fixtures';
import { HopsworksEksNodeRole, HopsworksEksNodeRoleProps, ImageSource } from '../../../src';
import { RequestTable } from '../../support/request-table';
import { synthesizeRole } from '../../support/synthesize';

const IMAGES = 'hopsworks/hopsworks-base';

const node = (props: (stack: Stack) => Partial<HopsworksEksNodeRoleProps>) => () =>
  synthesizeRole(stack => new HopsworksEksNodeRole(stack, 'Nodes', {
    bucket: bucket(stack),
    projectImages: [ImageSource.repository(ecr.Repository.fromRepositoryName(stack, 'Images', IMAGES))],
    ...props(stack),
  }), ENV).all;

export const EKS_NODE_TABLES: readonly RequestTable[] = [
  {
    name: 'a node on EKS',
    statements: node(() => ({})),
    allowed: [...USE_BUCKET, ...BACK_UP, ...PUSH_TO(IMAGES)],
    denied: [
      ...NO_OTHER_BUCKET,
      ['push to another repository of its namespace', 'ecr:PutImage', repository('hopsworks/other')],
      ['push to another namespace', 'ecr:PutImage', repository('team/hopsworks-base')],
      ['push into another account', 'ecr:PutImage', repository(IMAGES, OTHER_ACCOUNT)],
      ['create its repository', 'ecr:CreateRepository', repository(IMAGES)],
    ],
  },
  {
    name: 'a node on EKS without backups, with a key and an ACL',
    statements: node(stack => ({ backups: false, encryptionKey: key(stack), objectAcl: true })),
    allowed: [...USE_BUCKET, ...PUSH_TO(IMAGES), ...USE_KEY, ...SET_ACL],
    denied: [...BACK_UP, ...NO_OTHER_KEY, ...NO_OTHER_ACL],
  },
  {
    name: 'a node on EKS that runs Velero with its own role',
    statements: node(() => ({ velero: {} })),
    allowed: [
      ...USE_BUCKET, ...BACK_UP, ...PUSH_TO(IMAGES), ...FINISH_UPLOADS,
      ['read, write and delete a backup', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'], BACKUP],
    ],
    denied: [
      ...NO_OTHER_UPLOADS,
      ['find the parts of other uploads', 's3:ListMultipartUploadParts', OBJECT],
    ],
  },
];

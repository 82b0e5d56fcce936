import { AWS } from '../support/fold';
import { RequestRow } from '../support/request-table';

// The requests of an instance that Session Manager connects to, and those of other parts of Systems Manager.

const INSTANCE = `arn:aws:ec2:${AWS.region}:${AWS.account}:instance/i-0123456789abcdef0`;

export const OPEN_SESSIONS: readonly RequestRow[] = [
  [
    'open channels',
    [
      'ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ],
    '*',
  ],
  ['report itself', 'ssm:UpdateInstanceInformation', INSTANCE],
];

/** Other parts of Systems Manager, and sessions in the other direction. */
export const NO_OTHER_SYSTEMS_MANAGER: readonly RequestRow[] = [
  ['receive commands', ['ec2messages:GetMessages', 'ssm:ListAssociations'], '*'],
  ['connect to another instance', 'ssm:StartSession', INSTANCE],
];

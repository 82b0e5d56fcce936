import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import {
  arn, bucket, key, keyArn, logStream, object, OTHER_ACCOUNT, roleArn, statementsOf, USE_AGENT, USE_AGENT_ONLY,
} from './fixtures';
import { BeanstalkEc2RoleProps, ImageSource, S3Location } from '../../../src';
import { RequestTable } from '../../support/request-table';
import { NO_OTHER_SYSTEMS_MANAGER, OPEN_SESSIONS } from '../sessions';

/** The tiers have their own tables: here AWS managed policies grant their permissions. */
const BESIDE: BeanstalkEc2RoleProps = { webTier: {}, awsManagedPolicies: true };

const PULL = [
  'ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:DescribeRepositories', 'ecr:GetDownloadUrlForLayer',
  'ecr:GetRepositoryPolicy', 'ecr:ListImages',
];
const NOVA = 'amazon.nova-pro-v1:0';
const CLAUDE = 'anthropic.claude-sonnet-4-20250514-v1:0';

export const ADDITION_TABLES: readonly RequestTable[] = [
  {
    name: 'an instance that pulls images',
    statements: statementsOf(stack => ({
      ...BESIDE,
      containerImages: {
        repositories: [ImageSource.repository(ecr.Repository.fromRepositoryName(stack, 'Images', 'shop'))],
        registryLogins: [S3Location.exactObject(
          s3.Bucket.fromBucketAttributes(stack, 'Logins', { bucketArn: bucket('logins'), encryptionKey: key(stack, 'logins') }),
          'dockercfg',
        )],
      },
    })),
    allowed: [
      ['log in to registries', 'ecr:GetAuthorizationToken', '*'],
      ['pull its image', PULL, arn('ecr', 'repository/shop')],
      ['read the login to another registry', 's3:GetObject', object('logins', 'dockercfg')],
      ['decrypt it', 'kms:Decrypt', keyArn('logins')],
    ],
    denied: [
      ['pull another image', 'ecr:BatchGetImage', arn('ecr', 'repository/bank')],
      ['push its image', 'ecr:PutImage', arn('ecr', 'repository/shop')],
      ['read another login', 's3:GetObject', object('logins', 'dockercfg-2')],
      ['change its login', 's3:PutObject', object('logins', 'dockercfg')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
    ],
  },
  {
    name: 'an instance whose environment variables hold secrets',
    statements: statementsOf(stack => ({
      ...BESIDE,
      ecsDocker: { executionRole: iam.Role.fromRoleArn(stack, 'Execution', roleArn('execution'), { mutable: false }) },
      environmentSecrets: {
        secrets: [secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'shop/database')],
        parameters: [ssm.StringParameter.fromStringParameterName(stack, 'Parameter', 'license')],
        keys: [key(stack, 'secret')],
      },
    })),
    allowed: [
      ['read its secret', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:shop/database-AbCdEf')],
      ['read its parameter', ['ssm:GetParameter', 'ssm:GetParameters'], arn('ssm', 'parameter/license')],
      ['decrypt them', 'kms:Decrypt', keyArn('secret')],
      ['pass the execution role to ECS', 'iam:PassRole', roleArn('execution'), { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }],
    ],
    denied: [
      ['read a secret whose name starts the same', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:shop/database-two-AbCdEf')],
      ['read its secret in another account', 'secretsmanager:GetSecretValue',
        arn('secretsmanager', 'secret:shop/database-AbCdEf', OTHER_ACCOUNT)],
      ['change its secret', 'secretsmanager:PutSecretValue', arn('secretsmanager', 'secret:shop/database-AbCdEf')],
      ['read another parameter', 'ssm:GetParameter', arn('ssm', 'parameter/license-2')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
      ['pass another role', 'iam:PassRole', roleArn('administrator'), { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }],
      ['pass the role to another service', 'iam:PassRole', roleArn('execution'), { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['pass the role without a service', 'iam:PassRole', roleArn('execution')],
    ],
  },
  {
    name: 'an instance whose environment variables hold the parameters of a path',
    statements: statementsOf(stack => ({
      ...BESIDE,
      environmentSecrets: {
        parameters: [ssm.StringParameter.fromStringParameterName(stack, 'Parameter', 'license')],
        anyParameterUnder: ['/shop/live/'],
        keys: [key(stack, 'secret')],
      },
    })),
    allowed: [
      ['read a parameter of the path', ['ssm:GetParameter', 'ssm:GetParameters'], arn('ssm', 'parameter/shop/live/password')],
      ['read a parameter further down', 'ssm:GetParameter', arn('ssm', 'parameter/shop/live/database/password')],
      ['read the listed parameter', 'ssm:GetParameter', arn('ssm', 'parameter/license')],
      ['read all parameters of the path', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/live')],
      ['read all parameters of the path with its last slash', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/live/')],
      ['read all parameters of a path below', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/live/database')],
      ['read all parameters of a path below with its last slash', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/live/database/')],
      ['decrypt them', 'kms:Decrypt', keyArn('secret')],
    ],
    denied: [
      ['read a parameter of another path', 'ssm:GetParameter', arn('ssm', 'parameter/shop/test/password')],
      ['read a parameter of a path whose name starts the same', 'ssm:GetParameter', arn('ssm', 'parameter/shop/live2/password')],
      ['read the parameter with the same name as the path', 'ssm:GetParameter', arn('ssm', 'parameter/shop/live')],
      ['read a parameter of the path above', 'ssm:GetParameter', arn('ssm', 'parameter/shop/password')],
      ['read a parameter of the path in another account', 'ssm:GetParameter',
        arn('ssm', 'parameter/shop/live/password', OTHER_ACCOUNT)],
      ['read all parameters of the path above', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop')],
      ['read all parameters of a path below another one', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/test/database')],
      ['read all parameters of a path whose name starts the same', 'ssm:GetParametersByPath', arn('ssm', 'parameter/shop/live2')],
      ['read the old values of a parameter', 'ssm:GetParameterHistory', arn('ssm', 'parameter/shop/live/password')],
      ['change a parameter of the path', 'ssm:PutParameter', arn('ssm', 'parameter/shop/live/password')],
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
    ],
  },
  {
    name: 'an instance that logs in to Amazon ECR Public',
    statements: statementsOf(() => ({ ...BESIDE, containerImages: { publicRegistryLogin: true } })),
    allowed: [['log in', ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'], '*']],
    denied: [
      ['log in to private registries', 'ecr:GetAuthorizationToken', '*'],
      ['get another kind of token', 'sts:GetSessionToken', '*'],
    ],
  },
  {
    name: 'an instance whose application writes to log groups of its own',
    statements: statementsOf(() => ({ ...BESIDE, applicationLogs: { logGroupPrefixes: ['/shop/'] } })),
    allowed: [
      ['create its log group', ['logs:CreateLogGroup', 'logs:DescribeLogStreams'], arn('logs', 'log-group:/shop/orders')],
      ['write to it', ['logs:CreateLogStream', 'logs:PutLogEvents'], logStream('/shop/orders')],
      ['find log groups', 'logs:DescribeLogGroups', '*'],
    ],
    denied: [
      ['create a log group whose name starts the same', 'logs:CreateLogGroup', arn('logs', 'log-group:/shop-2/orders')],
      ['create a log group of an environment', 'logs:CreateLogGroup', arn('logs', 'log-group:/aws/elasticbeanstalk/shop-live/app')],
      ['write to another log group', 'logs:PutLogEvents', logStream('/bank/orders')],
      ['write to a log group of another account', 'logs:PutLogEvents', logStream('/shop/orders', OTHER_ACCOUNT)],
      ['shorten the retention of its log group', 'logs:PutRetentionPolicy', arn('logs', 'log-group:/shop/orders')],
      ['delete its log group', 'logs:DeleteLogGroup', arn('logs', 'log-group:/shop/orders')],
      ['read its log group', 'logs:GetLogEvents', logStream('/shop/orders')],
    ],
  },
  {
    name: 'an instance with the CloudWatch agent',
    statements: statementsOf(() => ({ ...BESIDE, cloudWatchAgent: {} })),
    allowed: USE_AGENT,
    denied: USE_AGENT_ONLY,
  },
  {
    name: 'an instance that Session Manager connects to',
    statements: statementsOf(stack => ({ ...BESIDE, sessionManager: { sessionKey: key(stack, 'session') } })),
    allowed: [
      ...OPEN_SESSIONS,
      ['open the session', 'kms:Decrypt', keyArn('session')],
    ],
    denied: [
      ...NO_OTHER_SYSTEMS_MANAGER,
      ['decrypt with another key', 'kms:Decrypt', keyArn('other')],
      ['encrypt with the key of the session', 'kms:Encrypt', keyArn('session')],
    ],
  },
  {
    name: 'an instance that analyzes the health of its environment',
    statements: statementsOf(() => ({ ...BESIDE, healthAnalysis: { firstModelUse: true } })),
    allowed: [
      ['find models', 'bedrock:ListFoundationModels', '*'],
      ['invoke Claude', 'bedrock:InvokeModel', `arn:aws:bedrock:us-east-1::foundation-model/${CLAUDE}`],
      ['invoke Claude by a profile', 'bedrock:InvokeModel', arn('bedrock', `inference-profile/eu.${CLAUDE}`)],
      ['invoke Nemotron', 'bedrock:InvokeModel', 'arn:aws:bedrock:eu-central-1::foundation-model/nvidia.nemotron-super-3-120b'],
      ['invoke Nemotron by a profile', 'bedrock:InvokeModel', arn('bedrock', 'inference-profile/us-gov.nvidia.nemotron-3')],
      ['invoke Nova', 'bedrock:InvokeModel', `arn:aws:bedrock:us-east-1::foundation-model/${NOVA}`],
      ['invoke Nova by a profile', 'bedrock:InvokeModel', arn('bedrock', `inference-profile/eu.${NOVA}`)],
      ['describe the environment', ['elasticbeanstalk:DescribeEnvironmentHealth', 'elasticbeanstalk:DescribeEvents'],
        arn('elasticbeanstalk', 'environment/shop/shop-live')],
      ['subscribe to the model', ['aws-marketplace:Subscribe', 'aws-marketplace:Unsubscribe', 'aws-marketplace:ViewSubscriptions'], '*'],
    ],
    denied: [
      ['invoke another model', 'bedrock:InvokeModel', 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1'],
      ['invoke another model of Amazon', 'bedrock:InvokeModel', 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova2-lite-v1:0'],
      ['invoke a model through an application profile', 'bedrock:InvokeModel', arn('bedrock', 'application-inference-profile/0123456789ab')],
      ['stream the answer of a model', 'bedrock:InvokeModelWithResponseStream', `arn:aws:bedrock:us-east-1::foundation-model/${CLAUDE}`],
      ['invoke a model through a profile of another account', 'bedrock:InvokeModel', arn('bedrock', `inference-profile/eu.${CLAUDE}`, OTHER_ACCOUNT)],
      ['describe an environment of another account', 'elasticbeanstalk:DescribeEvents',
        arn('elasticbeanstalk', 'environment/shop/shop-live', OTHER_ACCOUNT)],
    ],
  },
];

import { arn, FOR_AWS, object, repository } from './fixtures';
import { OF_OTHERS, OPEN_JUPYTER_LAB, RUN_SHARED_APPS } from './studio-users';
import { isAllowed } from '../../support/evaluate';
import { Json, JsonObject, TemplateJson } from '../../support/fold';
import { RolePolicies, rolesOf } from '../../support/policies';
import { PROGRAMS } from '../../support/readme';
import { RequestRow } from '../../support/request-table';
import { runProgram } from '../../support/run-program';

// The programs of the chapter do their job: the role that a resource of SageMaker has there may do what its users do.

interface Program {
  readonly template: TemplateJson;
  /** The physical name of a resource, by the start of its logical ID. */
  readonly nameOf: (id: string) => string;
}

/** The first program of a section, without its network. */
function programOf(section: string): Program {
  const [, text] = PROGRAMS.find(([title]) => title === `docs/sagemaker.md: ${section}`)!;
  const [{ template: { Resources: all } }] = runProgram(text).synth().stacks as { template: Required<TemplateJson> }[];
  const resources = Object.entries(all).filter(([, { Type }]) => !Type.startsWith('AWS::EC2::'));
  return {
    template: { Resources: Object.fromEntries(resources) },
    nameOf: id => resources.find(([logicalId]) => logicalId.startsWith(id))![0].toLowerCase(),
  };
}

/** The role that a property of a resource refers to. */
function roleAt({ template }: Program, type: string, ...path: readonly string[]): RolePolicies {
  const resource = Object.values(template.Resources!).find(({ Type }) => Type === type)!;
  const reference = path.reduce<Json>((value, name) => (value as JsonObject)[name], resource.Properties!) as JsonObject;
  const [logicalId] = reference['Fn::GetAtt'] as string[];
  return rolesOf(template).find(role => role.logicalId === logicalId)!;
}

function expectVerdict(role: RolePolicies, rows: readonly RequestRow[], verdict: boolean): void {
  const requests = rows.flatMap(([what, actions, resource, context]) =>
    [actions].flat().map(action => ({ what, action, resource, context })));
  expect(requests.filter(request => isAllowed(role.all, request) !== verdict)).toEqual([]);
}

describe('Studio', () => {
  const program = programOf('Studio');
  const users = roleAt(program, 'AWS::SageMaker::Domain', 'DefaultUserSettings', 'ExecutionRole');
  const shared = roleAt(program, 'AWS::SageMaker::Domain', 'DefaultSpaceSettings', 'ExecutionRole');

  test('users of the domain open JupyterLab, and nothing of others', () => {
    expectVerdict(users, OPEN_JUPYTER_LAB, true);
    expectVerdict(users, OF_OTHERS, false);
  });

  test('users train with data of the domain, and pass the role of the jobs', () => {
    const data = program.nameOf('Data');
    expectVerdict(users, [
      ['prepare data', ['s3:GetObject', 's3:PutObject'], object(data, 'lab/churn.csv')],
      ['read data', 's3:GetObject', object(data, 'prepared/churn.csv')],
      ['train', ['sagemaker:AddTags', 'sagemaker:CreateTrainingJob'], arn('sagemaker', 'training-job/churn')],
      ['pass the role', 'iam:PassRole', `arn:aws:iam::111122223333:role/${program.nameOf('JobsRole')}`,
        { 'iam:PassedToService': 'sagemaker.amazonaws.com' }],
    ], true);
    expectVerdict(users, [['overwrite data', 's3:PutObject', object(data, 'prepared/churn.csv')]], false);
  });

  test('SageMaker encrypts the files of the domain, whichever role an app has', () => {
    for (const { all } of [users, shared]) {
      const [key] = all.find(({ Sid }) => Sid === 'DomainFindKey')!.Resource;
      expect(isAllowed(all, { action: 'kms:CreateGrant', resource: key, context: FOR_AWS })).toBe(true);
    }
  });

  test('users of shared spaces run apps there', () => {
    expectVerdict(shared, RUN_SHARED_APPS, true);
    expectVerdict(shared, OF_OTHERS, false);
  });

  test('each role that users have or pass takes their identity', () => {
    const actions = rolesOf(program.template).map(({ trust }) => trust.flatMap(({ Action }) => Action));
    expect(actions).toEqual(actions.map(() => ['sts:AssumeRole', 'sts:SetSourceIdentity']));
  });
});

describe('AutoML jobs and images', () => {
  const program = programOf('AutoML jobs and images');

  test('an AutoML job reads its data, and serves its candidates with its own role', () => {
    const [data, name] = [program.nameOf('Data'), program.nameOf('AutoMlRole')];
    const role = rolesOf(program.template).find(({ logicalId }) => logicalId.toLowerCase() === name)!;
    expectVerdict(role, [
      ['read data', 's3:GetObject', object(data, 'prepared/churn.csv')],
      ['write a candidate and read it', ['s3:GetObject', 's3:PutObject'], object(data, 'candidates/1/model.tar.gz')],
      ['pull an image of AWS', 'ecr:BatchGetImage', repository('sagemaker-xgboost', '492215442770')],
      ['write logs', 'logs:PutLogEvents', arn('logs', 'log-group:/aws/sagemaker/TrainingJobs:log-stream:a')],
      ['create a model', ['sagemaker:AddTags', 'sagemaker:CreateModel'], arn('sagemaker', 'model/churn')],
      ['pass its role', 'iam:PassRole', `arn:aws:iam::111122223333:role/${name}`,
        { 'iam:PassedToService': 'sagemaker.amazonaws.com' }],
    ], true);
    expectVerdict(role, [['overwrite data', 's3:PutObject', object(data, 'prepared/churn.csv')]], false);
  });

  test('the role of an image reads the container image of its version', () => {
    const role = roleAt(program, 'AWS::SageMaker::Image', 'ImageRoleArn');
    expectVerdict(role, [
      ['read the image', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], repository('churn-lab')],
    ], true);
    expectVerdict(role, [['read another image', 'ecr:BatchGetImage', repository('churn')]], false);
  });
});

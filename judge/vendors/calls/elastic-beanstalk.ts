import { Asked, arn, each, list, objects, Service, text, texts } from './service';
import { JsonObject } from '../../../test/support/fold';
import { RECORDED, RecordedCall } from '../recording';

// Calls without a name are on what the user may describe: here the application and environment of the recording.
const APPLICATION = 'shop';
const ENVIRONMENT = 'shop-live';
const SOLUTION_STACK = 'solutionstack/64bit Amazon Linux 2023 v4.5.0 running Python 3.11';
const PLATFORM = 'platform/Python 3.11 running on 64bit Amazon Linux 2023/4.5.0';

const beanstalk = (resource: string): string => arn('elasticbeanstalk', resource);
const ofAws = (resource: string): string => `arn:aws:elasticbeanstalk:${RECORDED.region}::${resource}`;

const nameOf = ({ ApplicationName }: JsonObject): string => text(ApplicationName) || APPLICATION;
const environmentArn = (parameters: JsonObject, name: string): string =>
  beanstalk(`environment/${nameOf(parameters)}/${name}`);

function environments({ parameters }: RecordedCall): readonly Asked[] {
  const names = [...texts(parameters.EnvironmentName), ...texts(parameters.EnvironmentNames)];
  return (names.length > 0 ? names : [ENVIRONMENT]).map(name => ({ resource: environmentArn(parameters, name) }));
}

function applications({ parameters }: RecordedCall): readonly Asked[] {
  const names = [...texts(parameters.ApplicationName), ...texts(parameters.ApplicationNames)];
  return (names.length > 0 ? names : [APPLICATION]).map(name => ({ resource: beanstalk(`application/${name}`) }));
}

function versions({ parameters }: RecordedCall): readonly Asked[] {
  const labels = [...texts(parameters.VersionLabel), ...texts(parameters.VersionLabels)];
  return (labels.length > 0 ? labels : ['v1'])
    .map(label => ({ resource: beanstalk(`applicationversion/${nameOf(parameters)}/${label}`) }));
}

/** The services that receive the roles of settings. The profile of instances has the name of its role. */
const PASSED: Readonly<Record<string, string>> = {
  IamInstanceProfile: 'ec2.amazonaws.com', ServiceRole: 'elasticbeanstalk.amazonaws.com',
};

function passedRoles({ OptionSettings }: JsonObject): readonly Asked[] {
  const roles = objects(OptionSettings).filter(({ OptionName }) => text(OptionName) in PASSED);
  return roles.map(({ OptionName, Value }) => ({
    resource: `arn:aws:iam::${RECORDED.account}:role/${text(Value).split('/').at(-1)}`,
    action: 'iam:PassRole',
    context: { 'iam:PassedToService': PASSED[text(OptionName)] },
  }));
}

/** Tags are added and removed with actions of their own. */
function tags({ parameters: { ResourceArn, TagsToAdd, TagsToRemove } }: RecordedCall): readonly Asked[] {
  const resource = text(ResourceArn);
  return [
    { resource },
    ...(list(TagsToAdd).length > 0 ? [{ resource, action: 'elasticbeanstalk:AddTags' }] : []),
    ...(list(TagsToRemove).length > 0 ? [{ resource, action: 'elasticbeanstalk:RemoveTags' }] : []),
  ];
}

export const ELASTIC_BEANSTALK: Service = {
  prefix: 'elasticbeanstalk',
  resources: {
    ...each([
      'AbortEnvironmentUpdate', 'DescribeConfigurationSettings', 'DescribeEnvironmentHealth',
      'DescribeEnvironmentResources', 'DescribeEnvironments', 'DescribeEvents', 'DescribeInstancesHealth',
      'RebuildEnvironment', 'RequestEnvironmentInfo', 'RetrieveEnvironmentInfo', 'TerminateEnvironment',
      'ValidateConfigurationSettings',
    ], environments),
    ...each(['CreateApplication', 'DeleteApplication', 'DescribeApplications'], applications),
    ...each(['DeleteApplicationVersion', 'DescribeApplicationVersions'], versions),
    ...each(['CreateEnvironment', 'UpdateEnvironment'], call =>
      [...environments(call), ...passedRoles(call.parameters)]),
    CreateApplicationVersion: call => [...applications(call), ...versions(call)],
    ...each(['CreateConfigurationTemplate', 'DeleteConfigurationTemplate'], ({ parameters }) =>
      [{ resource: beanstalk(`configurationtemplate/${nameOf(parameters)}/${text(parameters.TemplateName)}`) }]),
    DescribePlatformVersion: ({ parameters }) => [{ resource: text(parameters.PlatformArn) }],
    ListAvailableSolutionStacks: () => [{ resource: ofAws(SOLUTION_STACK) }],
    ListPlatformVersions: () => [{ resource: ofAws(PLATFORM) }],
    ListTagsForResource: ({ parameters }) => [{ resource: text(parameters.ResourceArn) }],
    SwapEnvironmentCNAMEs: ({ parameters }) => {
      const [from, to] = [parameters.SourceEnvironmentName, parameters.DestinationEnvironmentName]
        .map(name => environmentArn(parameters, text(name)));
      return [from, to].map(resource => ({ resource, context: { 'elasticbeanstalk:FromEnvironment': from } }));
    },
    UpdateTagsForResource: tags,
  },
};

import { checkConstruct } from '../../../../cli/check/check-construct';
import { checkIn } from '../../../../cli/check/construct/check-in';
import { loadProject } from '../../../../cli/check/construct/project';

jest.mock('../../../../cli/check/construct/check-in');
jest.mock('../../../../cli/check/construct/project');

test.each([[undefined, '.'], ['app', 'app']])('the directory %s has the packages of %s', (directory, expected) => {
  const project = { library: {}, manifest: { types: {} }, cdk: () => ({}) };
  jest.mocked(loadProject).mockReturnValue(project as never);
  const options = { construct: 'SageMakerExecutionRole', options: 'options.json', live: ['role.json'], directory };
  checkConstruct(options as never);
  expect(loadProject).toHaveBeenCalledWith(expected);
  expect(checkIn).toHaveBeenCalledWith(project, options);
});

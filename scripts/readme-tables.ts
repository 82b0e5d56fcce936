import { deviationsTable } from './deviations-table';
import { beanstalkEc2Statements, beanstalkServiceStatements } from './elastic-beanstalk-statements';
import { eksNodeStatements, instanceProfileStatements } from './hopsworks-statements';
import { judgesTable } from './judges-table';
import { instanceStatements, lambdaStatements, userStatements } from './parallelcluster2-statements';
import { parallelCluster3RoleStatementsTables, parallelCluster3RoleVersions } from './parallelcluster3-roles-statements';
import { parallelCluster3UserStatements } from './parallelcluster3-user-statements';
import { sagemakerStatements } from './sagemaker-statements';
import { sourcesTable, statementsTable } from './statements-table';
import { SOURCES as BEANSTALK_SOURCES } from '../src/elastic-beanstalk/sources';
import { SOURCES as HOPSWORKS_SOURCES } from '../src/hopsworks/sources';
import { SOURCES as PARALLEL_CLUSTER_2_SOURCES } from '../src/parallelcluster2/sources';
import { ROLE_SOURCES, USER_SOURCES } from '../src/parallelcluster3/sources';
import { SOURCES as SAGEMAKER_SOURCES } from '../src/sagemaker/sources';
import { BEANSTALK } from '../test/documented/elastic-beanstalk/platform';
import { HOPSWORKS } from '../test/documented/hopsworks/platform';
import { PARALLEL_CLUSTER_2 } from '../test/documented/parallelcluster2/platform';
import { PARALLELCLUSTER3_ROLES } from '../test/documented/parallelcluster3/roles-platform';
import { PARALLELCLUSTER3_USER } from '../test/documented/parallelcluster3/users-platform';
import { SAGEMAKER } from '../test/documented/sagemaker/platform';

/** The generated parts of the documents, by the name in their markers. A platform adds its rows. */
const PARTS: Readonly<Record<string, () => string | Promise<string>>> = {
  'judges': judgesTable,
  'elastic-beanstalk-statements': () => statementsTable(beanstalkEc2Statements(), BEANSTALK_SOURCES),
  'elastic-beanstalk-service-statements': () => statementsTable(beanstalkServiceStatements(), BEANSTALK_SOURCES),
  'elastic-beanstalk-deviations': () => deviationsTable(BEANSTALK),
  'elastic-beanstalk-sources': () => sourcesTable(BEANSTALK_SOURCES),
  'parallelcluster2-instance-statements': () => statementsTable(instanceStatements(), PARALLEL_CLUSTER_2_SOURCES),
  'parallelcluster2-user-statements': () => statementsTable(userStatements(), PARALLEL_CLUSTER_2_SOURCES),
  'parallelcluster2-lambda-statements': () => statementsTable(lambdaStatements(), PARALLEL_CLUSTER_2_SOURCES),
  'parallelcluster2-deviations': () => deviationsTable(PARALLEL_CLUSTER_2),
  'parallelcluster2-sources': () => sourcesTable(PARALLEL_CLUSTER_2_SOURCES),
  'parallelcluster3-user-statements': () => statementsTable(parallelCluster3UserStatements(), USER_SOURCES),
  'parallelcluster3-user-deviations': () => deviationsTable(PARALLELCLUSTER3_USER),
  'parallelcluster3-user-sources': () => sourcesTable(USER_SOURCES),
  'sagemaker-statements': () => statementsTable(sagemakerStatements(), SAGEMAKER_SOURCES),
  'sagemaker-deviations': () => deviationsTable(SAGEMAKER),
  'sagemaker-sources': () => sourcesTable(SAGEMAKER_SOURCES),
  'hopsworks-statements': () => statementsTable(instanceProfileStatements(), HOPSWORKS_SOURCES),
  'hopsworks-eks-statements': () => statementsTable(eksNodeStatements(), HOPSWORKS_SOURCES),
  'hopsworks-deviations': () => deviationsTable(HOPSWORKS),
  'hopsworks-sources': () => sourcesTable(HOPSWORKS_SOURCES),
  'parallelcluster3-roles-statements': parallelCluster3RoleStatementsTables,
  'parallelcluster3-roles-versions': parallelCluster3RoleVersions,
  'parallelcluster3-roles-deviations': () => deviationsTable(PARALLELCLUSTER3_ROLES),
  'parallelcluster3-roles-sources': () => sourcesTable(ROLE_SOURCES),
};

/** A document with its generated parts written anew. */
export async function generated(document: string): Promise<string> {
  let written = document;
  for (const [, name] of document.matchAll(/^<!-- BEGIN ([\w-]+) -->$/gm)) {
    const part = PARTS[name];
    if (!part) {
      throw new Error(`nothing generates the part '${name}'`);
    }
    const [begin, end] = [`<!-- BEGIN ${name} -->\n`, `<!-- END ${name} -->`];
    const [before, after] = [written.indexOf(begin) + begin.length, written.indexOf(end)];
    written = `${written.slice(0, before)}\n${await part()}\n${written.slice(after)}`;
  }
  return written;
}

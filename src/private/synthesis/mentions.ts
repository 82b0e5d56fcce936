import { CfnElement, CfnResource, Stack } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { ReferenceGraph } from './references';

/** The stacks that name elements of stacks in other regions, by these elements. */
export function mentionsAcrossRegions(
  root: IConstruct, references: ReferenceGraph,
): ReadonlyMap<CfnElement, readonly Stack[]> {
  const elements = root.node.findAll().filter(construct => CfnElement.isCfnElement(construct));
  const mentions = new Map<CfnElement, readonly Stack[]>();
  if (new Set(elements.map(({ stack }) => stack.region)).size < 2) {
    return mentions;
  }
  for (const element of elements.filter(other => !isOfIam(other))) {
    for (const target of references.mentionedBy(element)) {
      const { region } = element.stack;
      const known = mentions.get(target) ?? [];
      if (region !== target.stack.region && !known.some(stack => stack.region === region)) {
        mentions.set(target, [...known, element.stack]);
      }
    }
  }
  return mentions;
}

/** Policies, profiles and roles are in no region. */
function isOfIam(element: CfnElement): boolean {
  return CfnResource.isCfnResource(element) && element.cfnResourceType.startsWith('AWS::IAM::');
}

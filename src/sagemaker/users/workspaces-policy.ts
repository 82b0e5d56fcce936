import { named, OF_THE_PRINCIPAL, ownedByTag } from './conditions';
import { NotebooksAccess, StudioAccess } from './read';
import { Arns } from '../../private/options/arns';
import { unique } from '../../private/options/unique';
import { ANY, Statements } from '../../private/statements/documented-statement';
import { SOURCES } from '../sources';
import { listStudio } from '../workloads/interactive/studio-spaces';

const source = SOURCES.authorization;

/** A statement on all resources whose tag is that of the principal, or on the ones that are named. */
function owned(tag: string | undefined) {
  return tag === undefined ? {} : { conditions: ownedByTag(tag), variables: [OF_THE_PRINCIPAL(tag)] };
}

/** Opening Studio with one's own profile. */
export function studioPolicy(arns: Arns, { profiles, tag }: StudioAccess): Statements {
  const own = profiles.length === 0 ? named(arns, 'user-profile', [])
    : unique(profiles.flatMap(({ domain, name }) => named(arns, `user-profile/${domain}`, [name])));
  const domains = profiles.length === 0 ? named(arns, 'domain', [])
    : unique(profiles.map(({ domain }) => arns.regional('sagemaker', `domain/${domain}`)));
  return [
    {
      sid: 'StudioOpen',
      source: SOURCES.studioSpaces,
      note: 'narrowed: the page names the profile by variables that exist inside of Studio only; these users open it from outside',
      actions: ['sagemaker:CreatePresignedDomainUrl'],
      resources: own,
      ...owned(tag),
    },
    {
      sid: 'StudioRead',
      source: SOURCES.studioSpaces,
      note: 'narrowed: the page reads apps and spaces, too, which is for the role of the profile',
      actions: [
        'sagemaker:DescribeDomain',
        'sagemaker:DescribeUserProfile',
      ],
      resources: [...domains, ...own],
    },
    listStudio(),
  ];
}

/** Starting, stopping and opening notebook instances. */
export function notebooksPolicy(arns: Arns, { names, tag }: NotebooksAccess): Statements {
  return [
    {
      sid: 'NotebooksOpen',
      source,
      note: 'narrowed: instances that are named, or have the tag of the principal',
      actions: [
        'sagemaker:CreatePresignedNotebookInstanceUrl',
        'sagemaker:DescribeNotebookInstance',
        'sagemaker:StartNotebookInstance',
        'sagemaker:StopNotebookInstance',
      ],
      resources: named(arns, 'notebook-instance', names),
      ...owned(tag),
    },
    {
      sid: 'NotebooksList',
      source,
      actions: ['sagemaker:ListNotebookInstances'],
      resources: ANY,
    },
  ];
}

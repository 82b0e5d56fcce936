import { Answer, Inquiry } from './ask';
import { Handlers, readData, VendorData } from './data';
import { grantsOf, Grants, usedBy } from './granted';
import { ComparedVendor } from './vendors';
import { loadDocuments } from '../documented/documents';
import { platformIn } from '../platforms';
import { Builder } from '../support/builder';
import { ServiceReference } from '../support/service-reference';

/** Our constructs, asked all that the programs of a vendor need. */
export interface Outcome {
  readonly data: VendorData;
  readonly reference: ServiceReference;
  readonly requests: readonly Answer[];
  readonly roles: readonly Answer[];
  /** By construct. */
  readonly grants: ReadonlyMap<string, Grants>;
}

export async function outcomeOf(vendor: ComparedVendor): Promise<Outcome> {
  const data = readData<VendorData>(vendor.name);
  const handlers = readData<Handlers>('handlers');
  const platform = platformIn(vendor.folder);
  const builder = new Builder(vendor.environment);
  const statements = Object.keys(vendor.subjects).map(name => [
    name,
    platform.rows.filter(row => row.construct === name && (vendor.isJudged?.(row) ?? true))
      .flatMap(row => builder.statementsOf(stack => row.build(stack))),
  ] as const);
  const reference = await ServiceReference.of([
    ...data.calls.flatMap(({ rows }) => rows.map(({ action }) => action)),
    ...data.statements.flatMap(({ rows }) => rows.flatMap(({ Action }) => Action)),
    ...Object.values(handlers).flatMap(Object.keys),
    ...statements.flatMap(([, ofConstruct]) => ofConstruct.flatMap(({ Action }) => Action)),
  ]);
  const inquiry = new Inquiry(vendor, builder, data, reference);
  const [requests, roles] = [inquiry.requests(handlers), inquiry.roles()];
  const pages = loadDocuments(vendor.folder);
  return {
    data,
    reference,
    requests,
    roles,
    grants: new Map(statements.map(([name, ofConstruct]) => {
      const used = usedBy(vendor.subjects[name], [...requests, ...roles], reference);
      return [name, grantsOf(ofConstruct, used, pages, reference)];
    })),
  };
}

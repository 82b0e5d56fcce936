import {
  CfnElement, DefaultTokenResolver, IFragmentConcatenator, IPostProcessor, IResolvable, IResolveContext, Reference,
  Tokenization,
} from 'aws-cdk-lib';
import { IConstruct } from 'constructs';

/** What a reference refers to. */
export class Referred {
  constructor(public readonly element: CfnElement) {}

  /** Resolving compares values as JSON. */
  public toJSON(): unknown {
    return { Ref: this.element.node.path };
  }
}

/** The elements of a list, with elements of the app in place of references to them. */
export function elementsReferredTo(scope: IConstruct, list: unknown): readonly unknown[] {
  const resolver = new ElementResolver(JOINED);
  const resolved = Tokenization.resolve(list, { scope, resolver, preparing: false }) as unknown;
  return Array.isArray(resolved) ? (resolved as unknown[]) : [];
}

/** A resolved reference has the logical id only, which is also in use in other stacks. */
class ElementResolver extends DefaultTokenResolver {
  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    return Reference.isReference(token) && CfnElement.isCfnElement(token.target) ? new Referred(token.target)
      : super.resolveToken(token, context, postProcessor);
  }
}

const JOINED: IFragmentConcatenator = {
  join: (left: unknown, right: unknown) => ({ 'Fn::Join': ['', [left, right].filter(part => part !== undefined)] }),
};

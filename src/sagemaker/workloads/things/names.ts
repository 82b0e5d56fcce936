import { matching } from '../../../private/options/validators';

/** The name of most things in SageMaker. */
export const NAME = matching('a name of 1 to 63 letters, digits and hyphens', /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/, /[a-zA-Z0-9-]/);

import { TOKEN } from '../../private/options/literals';
import { matching, ofForm } from '../../private/options/validators';

export const APPLICATION = matching(
  "the name of an application: 1 to 100 characters without '/', '*', '?' and '$'",
  /^[^/*?$\p{Cc}]{1,100}$/u, /[^/*?$\p{Cc}]/u);

export const ENVIRONMENT = matching(
  'the name of an environment: 4 to 40 letters, digits and hyphens',
  /^[A-Za-z0-9][A-Za-z0-9-]{2,38}[A-Za-z0-9]$/, /[A-Za-z0-9-]/);

/** The hyphen must be literal: without it, `shop` would match `shopfront-live`. */
export const ENVIRONMENT_PREFIX = ofForm(
  "what the names of environments start with, up to a hyphen, such as 'shop-': letters, digits and hyphens",
  new RegExp(`^[A-Za-z0-9${TOKEN}][A-Za-z0-9${TOKEN}-]{0,37}-$`));

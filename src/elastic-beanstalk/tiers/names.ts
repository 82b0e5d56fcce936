import { matching } from '../../private/options/validators';

export const APPLICATION = matching(
  "the name of an application: 1 to 100 characters without '/', '*', '?' and '$'",
  /^[^/*?$\p{Cc}]{1,100}$/u, /[^/*?$\p{Cc}]/u);

export const ENVIRONMENT = matching(
  'the name of an environment: 4 to 40 letters, digits and hyphens',
  /^[A-Za-z0-9][A-Za-z0-9-]{2,38}[A-Za-z0-9]$/, /[A-Za-z0-9-]/);

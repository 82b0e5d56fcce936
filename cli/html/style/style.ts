import { BASE } from './base';
import { PARTS } from './parts';
import { PICTURE } from './picture';
import { PRINT } from './print';
import { TABLES } from './tables';

/** The style sheet of the page. A constant: its hash is in the page's security policy. */
export const STYLE = [BASE, PARTS, TABLES, PICTURE, PRINT].join('');

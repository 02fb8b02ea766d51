// Accessibility of every screen and state, in English.
import { walkEverywhere } from '../support/everywhere.mjs';

walkEverywhere('en');

// Accessibility of every screen and state, in Catalan.
import { walkEverywhere } from '../support/everywhere.mjs';

walkEverywhere('ca');

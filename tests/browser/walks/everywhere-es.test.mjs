// Accessibility of every screen and state, in Spanish.
import { walkEverywhere } from '../support/everywhere.mjs';

walkEverywhere('es');

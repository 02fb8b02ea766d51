/** What the forms can say before the server is asked. The server decides again. */
import type { ApiError } from '$lib/api/client';

export type AccountField = 'name' | 'login' | 'password';
export type AccountFault =
  | 'nameMissing'
  | 'nameForm'
  | 'loginMissing'
  | 'loginForm'
  | 'loginTaken'
  | 'passwordMissing'
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordCommon'
  | 'passwordEqual';
export type Faults = Partial<Record<AccountField, AccountFault>>;

const LOGIN = /^([a-z0-9._-]{3,40}|[^\s@]+@[^\s@]+\.[^\s@]+)$/;

/** The server's codes for a password. */
const PASSWORD_FAULTS: Record<string, AccountFault> = {
  'password-length': 'passwordShort',
  'password-like-login': 'passwordEqual',
  'password-common': 'passwordCommon',
};

/** The login as it is sent: without spaces around it, in small letters. */
export const tidyLogin = (login: string) => login.trim().toLowerCase();

export function signInFaults(login: string, password: string): Faults {
  const faults: Faults = {};
  if (!login.trim()) faults.login = 'loginMissing';
  if (!password) faults.password = 'passwordMissing';
  return faults;
}

export function signUpFaults(name: string, login: string, password: string): Faults {
  const faults = signInFaults(login, password);
  if (!name.trim()) faults.name = 'nameMissing';
  if (!faults.login && !LOGIN.test(tidyLogin(login))) faults.login = 'loginForm';
  if (!faults.password) {
    const length = [...password].length;
    if (length < 8) faults.password = 'passwordShort';
    else if (length > 128) faults.password = 'passwordLong';
    else if (tidyLogin(login) && password.toLowerCase().includes(tidyLogin(login)))
      faults.password = 'passwordEqual';
  }
  return faults;
}

/** What the server's refusal says of a field, or `null` when it is about none. */
export function faultsOf(error: ApiError): Faults | null {
  if (error.code === 'login-taken') return { login: 'loginTaken' };
  if (error.code !== 'invalid-input') return null;
  const faults: Faults = {};
  for (const { pointer, code } of error.fields) {
    if (pointer === '/login') faults.login = 'loginForm';
    if (pointer === '/password') faults.password = PASSWORD_FAULTS[code] ?? 'passwordCommon';
    if (pointer === '/name') faults.name = code === 'name-characters' ? 'nameForm' : 'nameMissing';
  }
  return Object.keys(faults).length > 0 ? faults : null;
}

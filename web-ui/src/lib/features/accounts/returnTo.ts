/** Where to go after signing in: only a path of this site, never another host. */
export function returnTo(params: URLSearchParams, otherwise: string): string {
  const wished = params.get('return') ?? '';
  return /^\/(?![/\\])/.test(wished) ? wished : otherwise;
}

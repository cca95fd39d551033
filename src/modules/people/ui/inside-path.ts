/** Where to go after signing in: a path of this app, never another site (`//elsewhere`, `https:`, `/\elsewhere`) nor the API. */
export function insidePath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])/.test(wanted) || /^\/(api|sign-in)(\/|\?|$)/.test(wanted)) return '/'
  return wanted
}

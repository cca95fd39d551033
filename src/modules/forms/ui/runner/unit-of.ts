/* The unit of a question in the language of the form: `jours / days` holds both, French first; most are the same in both. */
export function unitOf(units: { readonly [path: string]: string }, path: string, language: string): string {
  const [french = '', english] = (Object.hasOwn(units, path) ? (units[path] ?? '') : '').split(' / ')
  return english !== undefined && /^en|\(en/i.test(language) ? english : french
}

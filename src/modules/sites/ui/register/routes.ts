/* Where each mineral of a site is first sold and where it ends, as the form holds it: one text for the whole, two lists a mineral. Pure. */
export interface RouteTyped {
  readonly mineral: string
  /** One a line. */
  readonly sellingPoints: string
  readonly finalDestinations: string
}
const isRecord = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null
const linesOf = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('\n') : typeof value === 'string' ? value : '')

/** From what the form keeps, or from the content of an entry written as JSON. */
export function routesTyped(text: string): readonly RouteTyped[] {
  try {
    const found: unknown = JSON.parse(text === '' ? '[]' : text)
    return (Array.isArray(found) ? found : []).flatMap((one: unknown) =>
      isRecord(one) && typeof one['mineral'] === 'string'
        ? [{ mineral: one['mineral'], sellingPoints: linesOf(one['sellingPoints']), finalDestinations: linesOf(one['finalDestinations']) }]
        : [],
    )
  } catch {
    return []
  }
}
/** The text with one mineral's lines changed. */
export function withRoute(text: string, { mineral, ...part }: Partial<RouteTyped> & Pick<RouteTyped, 'mineral'>): string {
  const all = routesTyped(text)
  const own = all.find((one) => one.mineral === mineral) ?? { mineral, sellingPoints: '', finalDestinations: '' }
  return JSON.stringify([...all.filter((one) => one.mineral !== mineral), { ...own, ...part }])
}
/** What stands for the minerals that nobody typed now: an entry speaks of all routes of the site, so those must be said again. */
export const routesBeside = (former: readonly { readonly mineral: string }[], typed: readonly object[]): readonly object[] => [
  ...typed,
  ...former.filter((one) => !typed.some((other) => Reflect.get(other, 'mineral') === one.mineral)),
]
/** What is sent; undefined when nothing was written. */
export function routesOf(text: string): readonly object[] | undefined {
  const list = (lines: string): readonly string[] => lines.split('\n').flatMap((line) => line.trim() || [])
  const routes = routesTyped(text).flatMap(({ mineral, sellingPoints, finalDestinations }) => {
    const [sold, ends] = [list(sellingPoints), list(finalDestinations)]
    if (sold.length === 0 && ends.length === 0) return []
    return [{ mineral, ...(sold.length === 0 ? {} : { sellingPoints: sold }), ...(ends.length === 0 ? {} : { finalDestinations: ends }) }]
  })
  return routes.length === 0 ? undefined : routes
}

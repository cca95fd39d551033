/*
A name and an icon that say nothing, for a person on whose telephone the app itself could be held against them. It gives a moment, not protection: the
address in the browser, the wiring of the page and whoever opens it still say what it is. The choice is of this device, not of the account, and lies in
clear, because it must be known before any PIN.
*/
const MARK = 'chanzo.plain-name'
export const NEUTRAL_NAME = 'Carnet'

export const isNeutral = (keep: Pick<Storage, 'getItem'> = localStorage): boolean => keep.getItem(MARK) === 'yes'

/** The title of every page while the name is neutral; null for the app's own. */
export const neutralTitle = (): string | null => (isNeutral() ? NEUTRAL_NAME : null)

export function setNeutral(is: boolean): void {
  if (is) localStorage.setItem(MARK, 'yes')
  else localStorage.removeItem(MARK)
  applyName(document)
}

/** Points the page at the manifest and the icon of the chosen name, so that what is installed from now on bears it. */
export function applyName(page: Document): void {
  const neutral = isNeutral()
  const point = (rel: string, href: string): void => page.querySelector(`link[rel="${rel}"]`)?.setAttribute('href', href)
  point('manifest', neutral ? '/carnet.webmanifest' : '/manifest.webmanifest')
  point('icon', neutral ? '/carnet.svg' : '/icon.svg')
  if (neutral) page.title = NEUTRAL_NAME
}

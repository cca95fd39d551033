/*
Locks the telephone: first nothing is left to read on the page, in the title or in the address, then the page is loaded anew, which takes every
key out of memory. What was typed lies in the drafts already.
*/
import { neutralTitle } from '../../../app/neutral-name.ts'
import { openPhone } from '../../../app/field/phone.ts'

export const lockNow = (): void => leaveFor('/')

/** Where a page goes after somebody was removed: to the lock of those who stay, or to a page that says what the browser is now. */
export const afterRemoval = (isTelephone: boolean): string => (isTelephone ? '/' : '/field/left')

export function leaveFor(address: string): void {
  document.title = neutralTitle() ?? 'Chanzo'
  history.replaceState(null, '', address)
  document.body.style.visibility = 'hidden'
  const phone = openPhone()
  if (phone === null) location.reload()
  else phone.lock()
}
